import { Skeleton } from '@mantine/core'
import type { ImportPreview } from '@parley/protocol'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFormats } from '../ui/formats.ts'
import classes from './import-preview-panel.module.css'

/** Two rows of three on a wide screen. */
const samplesShown = 6

interface ImportPreviewPanelProps {
  readonly preview: UseQueryResult<ImportPreview>
}

/** What the source would become: how much of it, the first requirements, and what could not be carried over. */
export function ImportPreviewPanel({ preview }: ImportPreviewPanelProps) {
  const { t } = useTranslation('wizard')
  if (preview.isFetching) return <Skeleton height={120} mt="lg" aria-label={t('preview.reading')} />
  if (preview.error)
    return (
      <div className={classes.panel}>
        <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
      </div>
    )
  return preview.data ? <Preview {...preview.data} /> : null
}

function Preview({ title, sections, requirements, parameters, licence, sample, losses }: ImportPreview) {
  const { t } = useTranslation('wizard')
  const formats = useFormats()
  const counts = [
    t('preview.sections', { count: sections }),
    t('preview.requirements', { count: requirements }),
    ...(parameters > 0 ? [t('preview.parameters', { count: parameters })] : []),
  ]
  return (
    <div className={classes.panel} role="status">
      {title && <h3 className={classes.title}>{title}</h3>}
      <p className={classes.counts}>{formats.list(counts)}</p>
      {licence && <p className={classes.quiet}>{t('preview.licence', { licence })}</p>}
      <ul className={classes.sample} aria-label={t('preview.sample')}>
        {sample.slice(0, samplesShown).map((one, index) => (
          <li key={index}>
            <span className={classes.quiet}>{one.section}</span>
            <strong>{one.title}</strong>
            <span className={classes.statement}>{one.statement}</span>
          </li>
        ))}
      </ul>
      {losses.length > 0 && (
        <details className={classes.losses}>
          <summary>{t('preview.losses', { count: losses.length })}</summary>
          <ul>
            {losses.map((loss) => (
              <li key={`${loss.code} ${loss.place} ${loss.detail}`}>
                {loss.place && <strong>{`${loss.place}: `}</strong>}
                {loss.detail}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
