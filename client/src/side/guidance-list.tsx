import type { RequirementId } from '@parley/model'
import { guidanceListSchema } from '@parley/protocol'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'
import { useProject } from '../app/project-layout.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import classes from './side-panel.module.css'

/** The explanation that came with a requirement from its source, and that source with its licence. */
export function GuidanceList({ requirement }: { readonly requirement: RequirementId }) {
  const { t } = useTranslation('thread')
  const project = useProject().id
  const guidance = useQuery({
    queryKey: [...projectKey(project), 'guidance', requirement],
    queryFn: ({ signal }) =>
      api.get(path`/projects/${project}/requirements/${requirement}/guidance`, guidanceListSchema, {
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (guidance.error) return <ErrorNote error={guidance.error} onRetry={() => void guidance.refetch()} />
  if (!guidance.data) return null
  const { source } = guidance.data
  return (
    <div className={classes.guidance}>
      <p className={classes.note}>{t('panel.notNormative')}</p>
      {guidance.data.guidance.map((part, index) => (
        <div key={index} style={{ marginInlineStart: `${Math.min(part.depth, 4) * 12}px` }}>
          {part.label !== '' && <strong>{part.label} </strong>}
          <span className={classes.prose}>{part.prose}</span>
        </div>
      ))}
      {source && (
        <p className={classes.note}>
          {[source.title, source.version, source.licence].filter(Boolean).join(' · ')}
        </p>
      )}
    </div>
  )
}
