import { Button } from '@mantine/core'
import { titleOf } from '@parley/document'
import type { VersionContent } from '@parley/protocol'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/use-project.ts'
import { outlineRows } from '../document/outline-rows.ts'
import { formatNumber } from '../requirement/format-number.ts'
import { versionQuery } from '../snapshot/snapshot-queries.ts'
import { VersionDocument } from '../snapshot/version-document.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFormats } from '../ui/formats.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { PageMargins } from './page-margins.tsx'
import './print.css'

/** A version as a document for paper: title, parties, contents, then every section and requirement. */
export function PrintPage() {
  const { t } = useTranslation('print')
  const project = useProject()
  const [search] = useSearchParams()
  const version = useQuery(versionQuery(project.id, search.get('version') ?? 'now'))
  if (version.error) return <ErrorNote error={version.error} onRetry={() => void version.refetch()} />
  if (!version.data) return <LoadingPage />
  return (
    <div className="paper">
      <PageTitle>{project.name}</PageTitle>
      <div className="paper-tools">
        <Button leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <Front content={version.data} />
      <Contents content={version.data} />
      <VersionDocument content={version.data} />
    </div>
  )
}

function useVersionWords({ snapshot, at }: VersionContent): string {
  const { t } = useTranslation('print')
  const formats = useFormats()
  return snapshot
    ? t('version', { number: snapshot.number, name: snapshot.name, date: formats.date(snapshot.at) })
    : t('working', { date: formats.dateTime(at) })
}

function Front({ content }: { readonly content: VersionContent }) {
  const { t } = useTranslation(['print', 'words'])
  const version = useVersionWords(content)
  return (
    <header className="paper-front">
      <PageMargins title={content.project.name} version={version} />
      <p className="paper-kind">{t('kind')}</p>
      <h1>{content.project.name}</h1>
      <p>{version}</p>
      {content.snapshot && content.snapshot.note !== '' && (
        <p className="paper-note">{content.snapshot.note}</p>
      )}
      {content.snapshot && (
        <p className="paper-fingerprint">
          {t('fingerprint')} <code>{content.snapshot.fingerprint}</code>
        </p>
      )}
      <dl className="paper-parties">
        {content.parties.map((party) => (
          <div key={party.id}>
            <dt>{t(`words:party.${party.kind}`)}</dt>
            <dd>
              <strong>{party.organisation}</strong>
              <ul>
                {party.people.map((person) => (
                  <li key={`${person.name} ${person.function}`}>
                    {person.name}, {t(`words:function.${person.function}`)}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {content.source && (
        <p className="paper-note">
          {t('source', {
            source: [content.source.title, content.source.version, content.source.licence]
              .filter(Boolean)
              .join(', '),
          })}
        </p>
      )}
    </header>
  )
}

function Contents({ content }: { readonly content: VersionContent }) {
  const { t } = useTranslation('print')
  const lines = useMemo(() => {
    const sections = new Map(content.sections.map((section) => [section.id as string, section.content]))
    const requirements = new Map(content.requirements.map((each) => [each.id as string, each]))
    return outlineRows(content.sections, content.requirements)
      .filter((row) => !row.withdrawn)
      .map((row) => {
        const requirement = requirements.get(row.id)
        const text = requirement?.content ?? sections.get(row.id)
        return {
          id: row.id,
          depth: row.depth,
          href: requirement ? `#${formatNumber(requirement.number)}` : `#${row.id}`,
          number: requirement ? formatNumber(requirement.number) : '',
          title: text ? titleOf(text) : '',
          isSection: row.kind === 'section',
        }
      })
  }, [content])
  return (
    <nav className="paper-contents" aria-label={t('contents')}>
      <h2>{t('contents')}</h2>
      <ol>
        {lines.map(({ id, depth, href, number, title, isSection }) => (
          <li
            key={id}
            data-section={isSection || undefined}
            style={{ marginInlineStart: `${depth * 1.25}rem` }}
          >
            <a href={href}>
              {number !== '' && <span className="paper-number">{number}</span>} {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
