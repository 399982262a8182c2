import { Button, Collapse, Group, Popover, Portal, Stack, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ParameterFields, parameterValueProblem, parameterWords } from '@parley/model'
import { type ParameterView, parameterSchema } from '@parley/protocol'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, nothing, path } from '../app/api.ts'
import { useProject } from '../app/project-layout.tsx'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import classes from './parameter.module.css'
import { ParameterFieldset } from './parameter-fieldset.tsx'
import { ValueField } from './value-field.tsx'

interface ParameterPopoverProps {
  readonly parameter: ParameterView
  /** The chip that was clicked. */
  readonly target: HTMLElement
  readonly isEditable: boolean
  readonly onClose: () => void
}

/** Fills a blank, beside its chip. */
export function ParameterPopover({ parameter, target, isEditable, onClose }: ParameterPopoverProps) {
  const [box] = useState(() => target.getBoundingClientRect())
  return (
    <Popover
      opened
      onDismiss={onClose}
      trapFocus
      width={340}
      withArrow
      position="bottom-start"
      withRoles={false}
    >
      {/* In the card the page's coordinates would not hold: `content-visibility` makes the card the containing block. */}
      <Portal>
        <Popover.Target>
          <span
            className={classes.anchor}
            style={{
              left: box.left + window.scrollX,
              top: box.top + window.scrollY,
              width: box.width,
              height: box.height,
            }}
          />
        </Popover.Target>
      </Portal>
      <Popover.Dropdown role="dialog" aria-label={parameter.label}>
        {isEditable ? (
          <ParameterForm parameter={parameter} onDone={onClose} />
        ) : (
          <ParameterFacts parameter={parameter} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function ParameterFacts({ parameter }: { readonly parameter: ParameterView }) {
  const { t } = useTranslation(['parameter', 'words'])
  const { language } = useProject()
  return (
    <Stack gap={4} className={classes.facts ?? ''}>
      <strong>{parameter.label}</strong>
      <span>{parameterWords(parameter, language) ?? t('unset')}</span>
      <span>
        {t('filler')}: {t(`words:filler.${parameter.filler}`)}
      </span>
    </Stack>
  )
}

function ParameterForm({
  parameter,
  onDone,
}: {
  readonly parameter: ParameterView
  readonly onDone: () => void
}) {
  const { t } = useTranslation(['parameter', 'common'])
  const project = useProject().id
  const [fields, setFields] = useState<ParameterFields>(parameter)
  const [isDescribing, description] = useDisclosure(false)
  const address = path`/projects/${project}/parameters/${parameter.id}`
  const save = useCommand({
    send: (input: Partial<ParameterFields>) => api.patch(address, parameterSchema, input),
    onDone,
  })
  const remove = useCommand({ send: () => api.delete(address, nothing), onDone })
  const problem = parameterValueProblem(fields, fields.value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (problem) return
    const { label, kind, unit, choices, many, filler, value } = fields
    save.submit({ label, kind, unit, choices, many, filler, value })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ValueField
          fields={fields}
          error={problem && t(problem)}
          onChange={(value) => setFields({ ...fields, value })}
        />
        <UnstyledButton
          className={classes.more ?? ''}
          aria-expanded={isDescribing}
          onClick={description.toggle}
        >
          {t('describe')}
        </UnstyledButton>
        <Collapse expanded={isDescribing}>
          <Stack gap="sm">
            <ParameterFieldset fields={fields} onChange={setFields} />
          </Stack>
        </Collapse>
        <ErrorNote error={save.error ?? remove.error} />
        <Group gap="xs" justify="space-between">
          {isDescribing ? (
            <Button
              size="xs"
              variant="subtle"
              color="bad"
              loading={remove.isPending}
              onClick={() => remove.submit(undefined)}
            >
              {t('common:remove')}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" size="xs" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
