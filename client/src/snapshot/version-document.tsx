import type { VersionContent } from '@parley/protocol'
import { useMemo } from 'react'
import { outlineRows } from '../document/outline-rows.ts'
import classes from './version-document.module.css'
import { VersionRequirementCard } from './version-requirement-card.tsx'
import { VersionSectionCard } from './version-section-card.tsx'

interface VersionDocumentProps {
  readonly content: VersionContent
  /** Whether what is withdrawn is shown struck through, or not at all. */
  readonly withdrawn: 'struck' | 'absent'
  /** Numbers of sections by their id, where they are shown. */
  readonly sectionNumbers?: ReadonlyMap<string, string>
}

/** A version's sections and requirements in order, in the look of the document and in the project's language. */
export function VersionDocument({ content, withdrawn, sectionNumbers }: VersionDocumentProps) {
  const rows = useMemo(
    () =>
      outlineRows(content.sections, content.requirements).filter(
        (row) => withdrawn === 'struck' || !row.withdrawn,
      ),
    [content, withdrawn],
  )
  const sections = useMemo(() => new Map(content.sections.map((each) => [each.id, each])), [content])
  const requirements = useMemo(() => new Map(content.requirements.map((each) => [each.id, each])), [content])
  return (
    <div className={classes.document}>
      {rows.map((row) => {
        if (row.kind === 'section') {
          const section = sections.get(row.id)
          if (!section) return null
          return (
            <VersionSectionCard
              key={row.id}
              section={section}
              language={content.project.language}
              number={sectionNumbers?.get(row.id) ?? ''}
              depth={row.depth}
              withdrawn={row.withdrawn}
            />
          )
        }
        const requirement = requirements.get(row.id)
        if (!requirement) return null
        return (
          <VersionRequirementCard
            key={row.id}
            requirement={requirement}
            language={content.project.language}
            parties={content.parties}
            depth={row.depth - row.within.length}
            withdrawn={row.withdrawn}
          />
        )
      })}
    </div>
  )
}
