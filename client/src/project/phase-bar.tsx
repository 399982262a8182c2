import { Tooltip } from '@mantine/core'
import { type Phase, phases } from '@parley/model'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './phase-bar.module.css'

/** The phases in their order, the current one marked; where space is short only the current one is shown. */
export function PhaseBar({ phase }: { readonly phase: Phase }) {
  const { t } = useTranslation(['common', 'words'])
  const current = phases.indexOf(phase)
  return (
    <ol className={classes.phases} aria-label={t('phaseBar.label')}>
      {phases.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'later'
        return (
          <li
            key={step}
            className={classes.phase}
            data-phase={state}
            {...(state === 'current' && { 'aria-current': 'step' })}
          >
            {state === 'done' && <IconCheck size={14} aria-hidden="true" />}
            <Tooltip label={t(`words:phaseMeaning.${step}`)}>
              <span>{t(`words:phase.${step}`)}</span>
            </Tooltip>
            <span className="visually-hidden">({t(`phaseBar.${state}`)})</span>
          </li>
        )
      })}
    </ol>
  )
}
