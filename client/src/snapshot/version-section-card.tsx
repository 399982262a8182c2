import { titleOf } from '@parley/document'
import type { Language } from '@parley/model'
import type { VersionSection } from '@parley/protocol'
import cardClasses from '../requirement/card.module.css'
import { StaticText } from '../requirement/static-text.tsx'
import { noChips } from '../requirement/use-chips.ts'
import classes from './version-document.module.css'

const noHighlights = [] as const

interface VersionSectionCardProps {
  readonly section: VersionSection
  readonly language: Language
  /** Its place, "2.1"; empty where places are not shown. */
  readonly number: string
  readonly depth: number
  readonly withdrawn: boolean
}

/** A section's title and introduction as they were. */
export function VersionSectionCard({ section, language, number, depth, withdrawn }: VersionSectionCardProps) {
  return (
    <section
      id={section.id}
      className={`${cardClasses.card} ${cardClasses.section}`}
      data-card="section"
      data-depth={Math.min(depth, 2)}
      data-withdrawn={withdrawn || undefined}
      aria-label={titleOf(section.content)}
    >
      <span className={classes.sectionNumber}>{number}</span>
      <div className={cardClasses.body} lang={language}>
        <StaticText content={section.content} chips={noChips} highlights={noHighlights} headingOffset={1} />
      </div>
    </section>
  )
}
