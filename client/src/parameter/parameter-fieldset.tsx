import { Checkbox, Group, NativeSelect, TagsInput, TextInput } from '@mantine/core'
import { fillers, type ParameterFields, parameterKinds, settleParameter } from '@parley/model'
import { useTranslation } from 'react-i18next'

interface ParameterFieldsetProps {
  readonly fields: ParameterFields
  readonly onChange: (fields: ParameterFields) => void
}

/** What describes a blank, its value apart. */
export function ParameterFieldset({ fields, onChange }: ParameterFieldsetProps) {
  const { t } = useTranslation(['parameter', 'words'])
  return (
    <>
      <TextInput
        label={t('label')}
        placeholder={t('labelExample')}
        value={fields.label}
        maxLength={500}
        required
        onChange={(event) => onChange({ ...fields, label: event.currentTarget.value })}
      />
      <Group grow gap="sm" align="flex-start">
        <NativeSelect
          label={t('kind')}
          value={fields.kind}
          data={parameterKinds.map((kind) => ({ value: kind, label: t(`words:parameterKind.${kind}`) }))}
          onChange={(event) => {
            const kind = parameterKinds.find((each) => each === event.currentTarget.value) ?? fields.kind
            onChange(settleParameter({ ...fields, kind, choices: kind === 'choice' ? fields.choices : [] }))
          }}
        />
        <NativeSelect
          label={t('filler')}
          value={fields.filler}
          data={fillers.map((filler) => ({ value: filler, label: t(`words:filler.${filler}`) }))}
          onChange={(event) => {
            const filler = fillers.find((each) => each === event.currentTarget.value) ?? fields.filler
            onChange({ ...fields, filler })
          }}
        />
      </Group>
      {(fields.kind === 'number' || fields.kind === 'duration') && (
        <TextInput
          label={t('unit')}
          placeholder={t('unitExample')}
          value={fields.unit}
          maxLength={60}
          onChange={(event) => onChange({ ...fields, unit: event.currentTarget.value })}
        />
      )}
      {fields.kind === 'choice' && (
        <>
          <TagsInput
            label={t('choices')}
            description={t('choicesHint')}
            value={[...fields.choices]}
            onChange={(choices) => onChange({ ...fields, choices })}
          />
          <Checkbox
            label={t('many')}
            checked={fields.many}
            onChange={(event) => onChange(settleParameter({ ...fields, many: event.currentTarget.checked }))}
          />
        </>
      )}
    </>
  )
}
