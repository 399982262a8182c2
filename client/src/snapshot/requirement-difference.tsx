import type { RequirementChange, VersionRequirement } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useProject } from '../app/use-project.ts'
import { ChangeList } from '../change/change-list.tsx'
import { TextChange } from '../change/text-change.tsx'
import { formatNumber } from '../requirement/format-number.ts'
import { StaticText } from '../requirement/static-text.tsx'
import { useChips } from '../requirement/use-chips.ts'
import { useFieldWordsOf } from '../requirement/use-field-words-of.ts'
import { kindsOf } from './change-kinds.ts'
import classes from './comparison.module.css'
import { useChangeLines } from './use-change-lines.ts'
import type { useWholeTexts } from './use-whole-texts.ts'
import { Moved, WhatHappened } from './what-happened.tsx'

interface RequirementDifferenceProps {
  readonly change: RequirementChange
  readonly whole: ReturnType<typeof useWholeTexts>
  /** The later version, in which the requirement can be looked at. */
  readonly to: string
}

/** How a requirement differs: words inside the text, then fields, blanks and positions. */
export function RequirementDifference({ change, whole, to }: RequirementDifferenceProps) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const number = formatNumber(change.number)
  const lines = useChangeLines(change)
  const version = change.added ? whole.after : change.withdrawn ? whole.before : null
  const requirement = version?.requirements.get(change.id)
  const place = to === 'now' ? '' : `/snapshots/${to}`
  return (
    <article id={number} data-card="difference" className={classes.difference} aria-label={number}>
      <Link
        to={`/projects/${project.id}${place}#${number}`}
        className={classes.number}
        aria-label={t('compare.open', { number })}
      >
        {number}
      </Link>
      <div className={classes.body}>
        <WhatHappened kinds={kindsOf(change)} />
        <Moved moved={change.moved} />
        <div lang={project.language} className={change.withdrawn ? classes.gone : undefined}>
          {change.text ? (
            <TextChange
              before={change.text.before}
              after={change.text.after}
              parameters={[...change.chips.before, ...change.chips.after]}
            />
          ) : requirement ? (
            <WholeRequirement requirement={requirement} />
          ) : (
            <h3 className={classes.title}>{change.title}</h3>
          )}
        </div>
        <ChangeList lines={lines} />
      </div>
    </article>
  )
}

const noHighlights = [] as const

function WholeRequirement({ requirement }: { readonly requirement: VersionRequirement }) {
  const chips = useChips(requirement.parameters)
  const words = useFieldWordsOf(requirement, false, true)
  return (
    <>
      <StaticText content={requirement.content} chips={chips} highlights={noHighlights} headingOffset={2} />
      {words.length > 0 && (
        <p className={classes.fields}>
          {words.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
      )}
    </>
  )
}
