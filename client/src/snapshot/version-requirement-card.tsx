import type { Language } from '@parley/model'
import type { VersionContent, VersionRequirement } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { stateOf } from '../outline/outline-filter.ts'
import cardClasses from '../requirement/card.module.css'
import { formatNumber } from '../requirement/format-number.ts'
import { StaticText } from '../requirement/static-text.tsx'
import { useChips } from '../requirement/use-chips.ts'
import { useFieldWordsOf } from '../requirement/use-field-words-of.ts'
import { PartyBadge } from '../ui/party-badge.tsx'
import { StanceWord } from '../ui/stance-word.tsx'
import classes from './version-document.module.css'

const noHighlights = [] as const

interface VersionRequirementCardProps {
  readonly requirement: VersionRequirement
  readonly language: Language
  readonly parties: VersionContent['parties']
  readonly depth: number
  readonly withdrawn: boolean
}

/** A requirement as it was: number in the margin, title and statement, fields, and where the parties stood. */
export function VersionRequirementCard(props: VersionRequirementCardProps) {
  const { requirement, language, parties, depth, withdrawn } = props
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
        <div lang={language}>
          <StaticText
            content={requirement.content}
            chips={chips}
            highlights={noHighlights}
            headingOffset={2}
          />
        </div>
        {words.length > 0 && (
          <div className={cardClasses.meta} data-part="fields">
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

type PositionsProps = Pick<VersionRequirementCardProps, 'requirement' | 'parties'>

/** Where the parties stood, the client first as everywhere; nothing where neither has said. */
function Positions({ requirement, parties }: PositionsProps) {
  const given = parties.flatMap((party) => {
    const position = requirement.positions.find((one) => one.party === party.id)
    return position && position.stance !== 'open' ? [{ party, position }] : []
  })
  if (given.length === 0) return null
  return (
    <ul className={classes.positions} data-part="positions">
      {given.map(({ party, position }) => (
        <li key={party.id}>
          <PartyBadge kind={party.kind} name={party.organisation} />
          <StanceWord state={stateOf(position)} />
          {position.words !== '' && <q>{position.words}</q>}
        </li>
      ))}
    </ul>
  )
}
