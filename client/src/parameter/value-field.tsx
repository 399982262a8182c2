import { Checkbox, Select, Stack, TagsInput, TextInput } from '@mantine/core'
import { type ParameterFields, type ParameterValue, settleParameter } from '@parley/model'
import { useTranslation } from 'react-i18next'
import classes from './parameter.module.css'

interface ValueFieldProps {
  readonly fields: ParameterFields
  readonly error: string | null
  readonly onChange: (value: ParameterValue | null) => void
}

/** Takes the value of a blank: words, one of its choices, or several of them. */
export function ValueField(props: ValueFieldProps) {
  const { fields } = props
  if (fields.kind === 'choice' && fields.many) return <ManyChoices {...props} />
  if (fields.kind === 'choice' && fields.choices.length > 0) return <OneChoice {...props} />
  return <Words {...props} />
}

function ManyChoices({ fields, error, onChange }: ValueFieldProps) {
  const { t } = useTranslation('parameter')
  const chosen = typeof fields.value === 'string' ? [fields.value] : (fields.value ?? [])
  const choose = (value: string[]) =>
    onChange(value.length === 0 ? null : settleParameter({ ...fields, value }).value)
  if (fields.choices.length === 0) {
    return (
      <TagsInput
        label={fields.label}
        description={t('choicesHint')}
        placeholder={chosen.length === 0 ? t('unset') : ''}
        value={chosen}
        error={error}
        data-autofocus
        onChange={choose}
      />
    )
  }
  return (
    <Checkbox.Group label={fields.label} value={chosen} error={error} onChange={choose}>
      <Stack gap="xs" mt={6} className={classes.choices ?? ''}>
        {fields.choices.map((choice, index) => (
          <Checkbox key={choice} value={choice} label={choice} data-autofocus={index === 0 || undefined} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

function OneChoice({ fields, error, onChange }: ValueFieldProps) {
  const { t } = useTranslation('parameter')
  return (
    <Select
      label={fields.label}
      placeholder={t('unset')}
      data={[...fields.choices]}
      value={typeof fields.value === 'string' ? fields.value : null}
      error={error}
      clearable
      searchable
      data-autofocus
      onChange={onChange}
    />
  )
}

function Words({ fields, error, onChange }: ValueFieldProps) {
  const { t } = useTranslation('parameter')
  const { value, unit } = fields
  return (
    <TextInput
      label={fields.label}
      placeholder={t('unset')}
      value={typeof value === 'string' ? value : (value ?? []).join('; ')}
      error={error}
      maxLength={2_000}
      rightSection={unit === '' ? undefined : <span className={classes.unit}>{unit}</span>}
      rightSectionWidth={unit === '' ? 0 : Math.min(120, 24 + unit.length * 8)}
      data-autofocus
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}
