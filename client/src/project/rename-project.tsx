import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ProjectView, projectSchema } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { projectQuery, projectsQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFieldErrors } from '../ui/use-field-errors.ts'
import { useValidators } from '../ui/use-validators.ts'

interface RenameProjectProps {
  readonly project: ProjectView
  readonly opened: boolean
  readonly onClose: () => void
}

/** Gives the project another name. */
export function RenameProject({ project, opened, onClose }: RenameProjectProps) {
  const { t } = useTranslation(['project', 'common'])
  return (
    <Dialog opened={opened} onClose={onClose} title={t('rename.title')}>
      <RenameForm project={project} onClose={onClose} />
    </Dialog>
  )
}

function RenameForm({ project, onClose }: Omit<RenameProjectProps, 'opened'>) {
  const { t } = useTranslation(['project', 'common'])
  const validators = useValidators()
  const client = useQueryClient()
  const form = useForm({ initialValues: { name: project.name }, validate: { name: validators.required } })
  const rename = useCommand({
    send: (input: { name: string }) => api.patch(path`/projects/${project.id}`, projectSchema, input),
    onDone: async (renamed) => {
      client.setQueryData(projectQuery(project.id).queryKey, renamed)
      onClose()
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
    },
  })
  useFieldErrors(form, rename.error)
  return (
    <form onSubmit={form.onSubmit(rename.submit)} noValidate>
      <Stack>
        <TextInput label={t('rename.name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <ErrorNote error={rename.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={rename.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
