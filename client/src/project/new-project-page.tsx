import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../app/i18n.ts'
import { NotFoundPage } from '../app/not-found-page.tsx'
import { meQuery, projectsQuery } from '../app/queries.ts'
import { Page } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { CopyPanel } from './copy-panel.tsx'
import { ImportPreviewPanel } from './import-preview-panel.tsx'
import { importPreviewQuery } from './import-queries.ts'
import { NewProjectForm } from './new-project-form.tsx'
import { OscalPanel } from './oscal-panel.tsx'
import { type ProjectDraft, sourceOf } from './project-draft.ts'
import { SourceChoice } from './source-choice.tsx'
import { TablePanel } from './table-panel.tsx'
import { TemplatePanel } from './template-panel.tsx'
import { useEdition } from './use-edition.ts'

/** Makes a project: where its document begins, what that would become, and what the project is called. */
export function NewProjectPage() {
  const { t } = useTranslation('wizard')
  const me = useQuery(meQuery).data
  const canCopy = (useQuery(projectsQuery).data?.length ?? 0) > 0
  const [draft, setDraft] = useState<ProjectDraft>(() => ({
    kind: 'template',
    template: currentLanguage(),
    oscal: null,
    table: null,
    copy: null,
  }))
  const source = sourceOf(draft)
  const edition = useEdition(draft)
  const preview = useQuery(importPreviewQuery(draft.kind === 'empty' ? null : source, edition))
  if (!me) return null
  if (me.organisations.length === 0) return <NotFoundPage />
  const change = (changed: Partial<ProjectDraft>) => setDraft((before) => ({ ...before, ...changed }))
  return (
    <Page title={t('title')} width="wide" lead={t('lead')}>
      <Section title={t('source.title')}>
        <SourceChoice kind={draft.kind} canCopy={canCopy} onChange={(kind) => change({ kind })} />
      </Section>
      {draft.kind !== 'empty' && (
        <Section title={t(`panel.${draft.kind}`)}>
          {draft.kind === 'template' && (
            <TemplatePanel language={draft.template} onChange={(template) => change({ template })} />
          )}
          {draft.kind === 'oscal' && (
            <OscalPanel chosen={draft.oscal} onChange={(oscal) => change({ oscal })} />
          )}
          {draft.kind === 'table' && (
            <TablePanel table={draft.table} onChange={(table) => change({ table })} />
          )}
          {draft.kind === 'copy' && <CopyPanel project={draft.copy} onChange={(copy) => change({ copy })} />}
          <ImportPreviewPanel preview={preview} />
        </Section>
      )}
      <Section title={t('project.title')}>
        <NewProjectForm
          source={preview.isError ? null : source}
          organisations={me.organisations}
          suggestion={draft.kind === 'empty' ? null : (preview.data ?? null)}
        />
      </Section>
    </Page>
  )
}
