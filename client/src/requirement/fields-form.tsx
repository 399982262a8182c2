import { Button, Group, NativeSelect, Stack, TagsInput, Textarea } from '@mantine/core'
import { addressees, areas, type Fields, levels, strengths } from '@parley/model'
import { requirementSchema } from '@parley/protocol'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { useProject } from '../app/project-layout.tsx'
import { useCommand } from '../app/use-command.ts'
import type { RequirementFacts } from '../document/facts.ts'
import { useDocumentStore } from '../document/use-document.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { changedFields } from './changed-fields.ts'

interface FieldsFormProps {
  readonly facts: RequirementFacts
  readonly onDone: () => void
}

/** Changes the fields of a requirement; only what was changed here is sent, so that two people's changes both stay. */
export function FieldsForm({ facts, onDone }: FieldsFormProps) {
  const { t } = useTranslation(['requirement', 'words', 'common'])
  const project = useProject().id
  const store = useDocumentStore()
  const [before] = useState(facts.fields)
  const [fields, setFields] = useState<Fields>(facts.fields)
  const command = useCommand({
    send: (changed: Partial<Fields>) =>
      api.patch(path`/projects/${project}/requirements/${facts.id}`, requirementSchema, {
        fields: changed,
      }),
    onDone: (view) => {
      store.apply({ type: 'requirement', requirement: view })
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const changed = changedFields(before, fields)
    if (Object.keys(changed).length === 0) onDone()
    else command.submit(changed)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group grow gap="sm">
          <Choice
            label={t('field.strength')}
            value={fields.strength}
            options={strengths.map((value) => ({ value, label: t(`words:strength.${value}`) }))}
            onChange={(strength) => setFields({ ...fields, strength })}
          />
          <Choice
            label={t('field.addressee')}
            value={fields.addressee}
            options={addressees.map((value) => ({ value, label: t(`words:addressee.${value}`) }))}
            onChange={(addressee) => setFields({ ...fields, addressee })}
          />
        </Group>
        <Group grow gap="sm">
          <Choice
            label={t('field.area')}
            value={fields.area}
            options={areas.map((value) => ({ value, label: t(`words:area.${value}`) }))}
            onChange={(area) => setFields({ ...fields, area })}
          />
          <Choice
            label={t('field.level')}
            value={fields.level}
            options={levels.map((value) => ({ value, label: t(`words:level.${value}`) }))}
            onChange={(level) =>
              setFields({ ...fields, level, levelReason: level === 'raised' ? fields.levelReason : '' })
            }
          />
        </Group>
        {fields.level === 'raised' && (
          <Textarea
            label={t('field.levelReason')}
            value={fields.levelReason}
            autosize
            minRows={1}
            maxRows={5}
            maxLength={2_000}
            onChange={(event) => setFields({ ...fields, levelReason: event.currentTarget.value })}
          />
        )}
        <Textarea
          label={t('field.verification')}
          value={fields.verification}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={4_000}
          onChange={(event) => setFields({ ...fields, verification: event.currentTarget.value })}
        />
        <TagsInput
          label={t('field.source')}
          value={[...fields.source]}
          maxTags={50}
          onChange={(source) => setFields({ ...fields, source })}
        />
        <ErrorNote error={command.error} />
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="subtle" onClick={onDone}>
            {t('common:cancel')}
          </Button>
          <Button size="xs" type="submit" loading={command.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value | null) => void
}

/** One of a closed list, or not stated. */
function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const { t } = useTranslation('requirement')
  return (
    <NativeSelect
      label={label}
      size="xs"
      value={value ?? ''}
      data={[{ value: '', label: t('notStated') }, ...options]}
      onChange={(event) =>
        onChange(options.find((each) => each.value === event.currentTarget.value)?.value ?? null)
      }
    />
  )
}
