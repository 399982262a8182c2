import { Button, Stack } from '@mantine/core'
import type { ParameterFields, RequirementId } from '@parley/model'
import { parameterSchema } from '@parley/protocol'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { useProject } from '../app/project-layout.tsx'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { ParameterFieldset } from './parameter-fieldset.tsx'

interface AddParameterFormProps {
  readonly requirement: RequirementId
  readonly onAdded: (id: string) => void
}

/** Describes a new blank: what is to be filled in, of which kind, and by whom. */
export function AddParameterForm({ requirement, onAdded }: AddParameterFormProps) {
  const { t } = useTranslation('parameter')
  const project = useProject().id
  const [fields, setFields] = useState<ParameterFields>({
    label: '',
    kind: 'text',
    unit: '',
    choices: [],
    many: false,
    filler: 'both',
    value: null,
  })
  const command = useCommand({
    send: (input: ParameterFields, key) =>
      api.post(path`/projects/${project}/requirements/${requirement}/parameters`, parameterSchema, input, {
        key,
      }),
    onDone: ({ id }) => onAdded(id),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    command.submit(fields)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ParameterFieldset fields={fields} onChange={setFields} />
        <ErrorNote error={command.error} />
        <Button type="submit" size="xs" loading={command.isPending} disabled={fields.label.trim() === ''}>
          {t('insert')}
        </Button>
      </Stack>
    </form>
  )
}
