import type { VersionContent } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { SnapshotKindWord } from '../snapshot/snapshot-kind-word.tsx'
import { countAgreed } from './count-agreed.ts'

interface PrintTitleProps {
  readonly content: VersionContent
  /** What the version is called, with its name. */
  readonly version: string
}

/** The title page: project and version, what they rest on, and the parties with their people. */
export function PrintTitle({ content, version }: PrintTitleProps) {
  const { t } = useTranslation('print')
  const { project, snapshot, source, parties } = content
  const counts = countAgreed(content)
  return (
    <header className="paper-title">
      <p className="paper-kind">{t('kind')}</p>
      <h1 lang={project.language}>{project.name}</h1>
      <p className="paper-version">{version}</p>
      {snapshot && snapshot.note !== '' && <p className="paper-note">{snapshot.note}</p>}
      <p className="paper-count">
        {snapshot && <SnapshotKindWord kind={snapshot.kind} />}
        <span>
          {t('requirements', { count: counts.requirements })}
          {counts.agreed > 0 && t('agreedByBoth', { count: counts.agreed })}
        </span>
      </p>
      <dl className="paper-parties">
        {parties.map((party) => (
          <PrintParty key={party.id} party={party} />
        ))}
      </dl>
      <div className="paper-foot">
        {source && (
          <p>
            {t('source', {
              source: [source.title, source.version, source.licence].filter((word) => word !== '').join(', '),
            })}
          </p>
        )}
        {snapshot && (
          <p>
            {t('fingerprint')} <code>{snapshot.fingerprint}</code>
          </p>
        )}
      </div>
    </header>
  )
}

function PrintParty({ party }: { readonly party: VersionContent['parties'][number] }) {
  const { t } = useTranslation('words')
  return (
    <div>
      <dt>{t(`party.${party.kind}`)}</dt>
      <dd>
        <strong>{party.organisation}</strong>
        {party.people.length > 0 && (
          <ul>
            {party.people.map((person) => (
              <li key={`${person.name} ${person.function}`}>
                {person.name}, <span>{t(`function.${person.function}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  )
}
