import type { PersonId, ProjectId, TextId } from '@parley/model'
import { defaultLimits, HeavyLane } from '@parley/rooms'
import type { LiveSessions, PresentEvent, ProjectEvents } from '../events.ts'
import type { HubOptions, PresentText } from './hub-options.ts'
import { ProjectWatches } from './project-watches.ts'
import type { Watcher } from './seat.ts'

/** Who watches which project, and what they are told: every event is made for its viewer. */
export interface Hub extends ProjectEvents, LiveSessions {
  /** Tells a watcher of everything in a project from now on; `null` where it is none of theirs. */
  watch(project: ProjectId, watcher: Watcher): Promise<Watch | null>
  /** Tells of a text's new content: at most ten times a second a text, the newest wins. */
  text(project: ProjectId, text: TextId, present: PresentText): void
  /** Who writes in a text now. */
  writers(project: ProjectId, text: TextId, people: readonly PersonId[]): void
  publish(project: ProjectId, present: PresentEvent): void
  /** Resolves when everything published so far has been handed over. */
  settled(project: ProjectId): Promise<void>
  close(): void
}

export interface Watch {
  end(): void
}

/** Makes the hub of one server. */
export function makeHub(options: HubOptions): Hub {
  const projects = new Map<ProjectId, ProjectWatches>()
  const lane = new HeavyLane(options.scheduler, defaultLimits)

  const watchesOf = (project: ProjectId) => {
    const found = projects.get(project) ?? new ProjectWatches(project, options, lane)
    projects.set(project, found)
    return found
  }

  const drop = (project: ProjectId, watches: ProjectWatches) => {
    if (watches.size === 0 && projects.get(project) === watches) {
      projects.delete(project)
      watches.stop()
    }
  }

  return {
    async watch(project, watcher) {
      const watches = watchesOf(project)
      const end = await watches.add(watcher)
      if (end === null) drop(project, watches)
      return (
        end && {
          end() {
            end()
            drop(project, watches)
          },
        }
      )
    },
    publish: (project, present) => projects.get(project)?.publish(present),
    recheck: (project) => projects.get(project)?.recheck(),
    text: (project, text, present) => projects.get(project)?.text(text, present),
    writers: (project, text, people) => projects.get(project)?.writers(text, people),
    settled: async (project) => projects.get(project)?.settled(),
    close() {
      for (const watches of projects.values()) watches.stop()
      projects.clear()
    },
  }
}
