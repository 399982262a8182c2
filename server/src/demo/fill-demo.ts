import type { App } from '../app.ts'
import { isSetupNeeded, setUp } from '../commands/set-up.ts'
import { demoPassword, organisations, people } from './people.ts'
import { storyDe } from './story-de.ts'
import { storyEn } from './story-en.ts'
import { tellStory } from './tell-story.ts'

/** Fills an empty demonstration with its people and two sample projects, one in each language. */
export async function fillDemo(app: App): Promise<void> {
  if (!(await isSetupNeeded(app.store.db))) return
  const { name, email } = people.claudia
  const password = demoPassword(app.secret)
  await setUp(app, { name, email, password, organisation: organisations.client })
  await tellStory(app, storyDe)
  await tellStory(app, storyEn)
}
