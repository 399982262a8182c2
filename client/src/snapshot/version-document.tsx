import { titleOf } from '@parley/document'
import type { PartyBadge, VersionContent, VersionRequirement, VersionSection } from '@parley/protocol'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { outlineRows } from '../document/outline-rows.ts'
import { stateOf } from '../outline/outline-filter.ts'
import cardClasses from '../requirement/card.module.css'
import { formatNumber } from '../requirement/format-number.ts'
import { StaticText } from '../requirement/static-text.tsx'
import { noChips, useChips } from '../requirement/use-chips.ts'
import { useFieldWordsOf } from '../requirement/use-field-words-of.ts'
import { StanceWord } from '../ui/stance-word.tsx'
import classes from './snapshot.module.css'

/** A version's sections and requirements in order, in the look of the document. */
export function VersionDocument({ content }: { readonly content: VersionContent }) {
  const rows = useMemo(() => outlineRows(content.sections, content.requirements), [content])
  const sections = useMemo(() => new Map(content.sections.map((each) => [each.id, each])), [content])
  const requirements = useMemo(() => new Map(content.requirements.map((each) => [each.id, each])), [content])
  return (
    <div className={classes.document}>
      {rows.map((row) => {
        if (row.kind === 'section') {
          const section = sections.get(row.id)
          return (
            section && (
              <SectionOfVersion key={row.id} section={section} depth={row.depth} withdrawn={row.withdrawn} />
            )
          )
        }
        const requirement = requirements.get(row.id)
        return (
          requirement && (
            <RequirementOfVersion
              key={row.id}
              requirement={requirement}
              parties={content.parties}
              depth={row.depth - row.within.length}
              withdrawn={row.withdrawn}
            />
          )
        )
      })}
    </div>
  )
}

const noHighlights = [] as const

interface SectionOfVersionProps {
  readonly section: VersionSection
  readonly depth: number
  readonly withdrawn: boolean
}

function SectionOfVersion({ section, depth, withdrawn }: SectionOfVersionProps) {
  return (
    <section
      id={section.id}
      className={`${cardClasses.card} ${cardClasses.section}`}
      data-card="section"
      data-depth={Math.min(depth, 2)}
      data-withdrawn={withdrawn || undefined}
      aria-label={titleOf(section.content)}
    >
      <span />
      <div className={cardClasses.body}>
        <StaticText content={section.content} chips={noChips} highlights={noHighlights} headingOffset={1} />
      </div>
    </section>
  )
}

interface RequirementOfVersionProps {
  readonly requirement: VersionRequirement
  readonly parties: VersionContent['parties']
  readonly depth: number
  readonly withdrawn: boolean
}

function RequirementOfVersion({ requirement, parties, depth, withdrawn }: RequirementOfVersionProps) {
  const { t } = useTranslation('requirement')
  const chips = useChips(requirement.parameters)
  const words = useFieldWordsOf(requirement, withdrawn, true)
  const number = formatNumber(requirement.number)
  return (
    <article
      id={number}
      className={cardClasses.card}
      data-card="requirement"
      data-depth={Math.min(depth, 2)}
      data-withdrawn={withdrawn || undefined}
      aria-label={t('card', { number })}
    >
      <span className={cardClasses.number}>{number}</span>
      <div className={cardClasses.body}>
        <StaticText content={requirement.content} chips={chips} highlights={noHighlights} headingOffset={2} />
        {words.length > 0 && (
          <div className={cardClasses.meta}>
            {words.map((word) => (
              <span key={word}>{word}</span>
            ))}
          </div>
        )}
        {!withdrawn && <Positions requirement={requirement} parties={parties} />}
      </div>
    </article>
  )
}

interface PositionsProps {
  readonly requirement: VersionRequirement
  readonly parties: readonly (Pick<PartyBadge, 'id' | 'kind'> & { readonly organisation: string })[]
}

function Positions({ requirement, parties }: PositionsProps) {
  const given = requirement.positions.filter((position) => position.stance !== 'open')
  if (given.length === 0) return null
  return (
    <ul className={classes.positions}>
      {given.map((position) => (
        <li key={position.party}>
          <strong>{parties.find((party) => party.id === position.party)?.organisation}</strong>{' '}
          <StanceWord state={stateOf(position)} />
          {position.words !== '' && <q>{position.words}</q>}
        </li>
      ))}
    </ul>
  )
}
