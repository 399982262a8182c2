import { Button, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { languages } from '@parley/model'
import { type CreateProject, createProjectSchema, type ImportPreview, projectSchema } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../app/api.ts'
import { currentLanguage } from '../app/i18n.ts'
import { projectQuery, projectsQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFieldErrors } from '../ui/use-field-errors.ts'
import { useValidators } from '../ui/use-validators.ts'

interface NewProjectFormProps {
  /** `null` while the source is not complete; then nothing can be made yet. */
  readonly source: CreateProject['source'] | null
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  /** Name and language that the source suggests, taken until the person says otherwise. */
  readonly suggestion: Pick<ImportPreview, 'title' | 'language'> | null
}

/** What the project is called, its language and whose it is; makes it. */
export function NewProjectForm({ source, organisations, suggestion }: NewProjectFormProps) {
  const { t } = useTranslation(['wizard', 'words'])
  const validators = useValidators()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    initialValues: {
      name: null as string | null,
      language: null as string | null,
      organisation: organisations[0]?.id ?? '',
    },
  })
  const name = form.values.name ?? suggestion?.title ?? ''
  const language = form.values.language ?? suggestion?.language ?? currentLanguage()
  const create = useCommand({
    send: (input: CreateProject, key) => api.post('/projects', projectSchema, input, { key }),
    onDone: async (project) => {
      client.setQueryData(projectQuery(project.id).queryKey, project)
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      await navigate(`/projects/${project.id}`)
    },
  })
  useFieldErrors(form, create.error)
  const submit = () => {
    const problem = validators.required(name)
    if (problem) return form.setFieldError('name', problem)
    if (!source) return
    create.submit(
      createProjectSchema.parse({ name, language, organisation: form.values.organisation, source }),
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack maw={440}>
        <TextInput
          label={t('project.name')}
          maxLength={200}
          {...form.getInputProps('name')}
          value={name}
          // A suggestion that comes while somebody types must not get between the letters.
          onFocus={() => form.setFieldValue('name', name)}
          onBlur={() => name === '' && form.setFieldValue('name', null)}
        />
        <Select
          label={t('project.language')}
          data={languages.map((value) => ({ value, label: t(`words:language.${value}`) }))}
          {...form.getInputProps('language')}
          value={language}
        />
        {organisations.length > 1 && (
          <Select
            label={t('project.organisation')}
            data={organisations.map(({ id, name: label }) => ({ value: id, label }))}
            {...form.getInputProps('organisation')}
          />
        )}
        <ErrorNote error={create.error} reveal />
        <div>
          <Button type="submit" loading={create.isPending} disabled={!source}>
            {t('project.create')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
