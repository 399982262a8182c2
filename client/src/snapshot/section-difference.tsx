import type { SectionChange } from '@parley/protocol'
import { useProject } from '../app/use-project.ts'
import { TextChange } from '../change/text-change.tsx'
import { StaticText } from '../requirement/static-text.tsx'
import { noChips } from '../requirement/use-chips.ts'
import { kindsOf } from './change-kinds.ts'
import classes from './comparison.module.css'
import type { useWholeTexts } from './use-whole-texts.ts'
import { Moved, WhatHappened } from './what-happened.tsx'

const noHighlights = [] as const

interface SectionDifferenceProps {
  readonly change: SectionChange
  readonly whole: ReturnType<typeof useWholeTexts>
}

/** How a section's title and introduction differ. */
export function SectionDifference({ change, whole }: SectionDifferenceProps) {
  const { language } = useProject()
  const version = change.added ? whole.after : change.withdrawn ? whole.before : null
  const content = version?.sections.get(change.id)?.content
  return (
    <section className={`${classes.difference} ${classes.section}`} aria-label={change.title}>
      <span />
      <div className={classes.body}>
        <WhatHappened kinds={kindsOf(change)} />
        <Moved moved={change.moved} />
        <div lang={language} className={change.withdrawn ? classes.gone : undefined}>
          {change.text ? (
            <TextChange before={change.text.before} after={change.text.after} parameters={[]} />
          ) : content ? (
            <StaticText content={content} chips={noChips} highlights={noHighlights} headingOffset={2} />
          ) : (
            <h3 className={classes.title}>{change.title}</h3>
          )}
        </div>
      </div>
    </section>
  )
}
