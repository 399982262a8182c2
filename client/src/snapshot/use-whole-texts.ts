import type { Comparison, VersionRequirement, VersionSection } from '@parley/protocol'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useProject } from '../app/use-project.ts'
import { versionQuery } from './snapshot-queries.ts'

/** Sections and requirements of a version by their id; empty until it has come. */
export interface WholeTexts {
  readonly sections: ReadonlyMap<string, VersionSection>
  readonly requirements: ReadonlyMap<string, VersionRequirement>
}

/** What was added or withdrawn is shown whole, and a comparison holds only what differs: the rest comes from the versions. */
export function useWholeTexts({ from, to, sections, requirements }: Comparison): {
  readonly before: WholeTexts
  readonly after: WholeTexts
} {
  const changes = [...sections, ...requirements]
  const before = useVersionTexts(
    from,
    changes.some((change) => change.withdrawn),
  )
  const after = useVersionTexts(
    to,
    changes.some((change) => change.added),
  )
  return { before, after }
}

function useVersionTexts(version: string, isNeeded: boolean): WholeTexts {
  const project = useProject()
  const { data } = useQuery({ ...versionQuery(project.id, version), enabled: isNeeded })
  return useMemo(
    () => ({
      sections: new Map(data?.sections.map((one) => [one.id, one])),
      requirements: new Map(data?.requirements.map((one) => [one.id, one])),
    }),
    [data],
  )
}
