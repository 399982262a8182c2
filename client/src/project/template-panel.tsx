import { Group, Radio } from '@mantine/core'
import { type Language, languages } from '@parley/model'
import { useTranslation } from 'react-i18next'

interface TemplatePanelProps {
  readonly language: Language
  readonly onChange: (language: Language) => void
}

/** The starter template comes in German and English. */
export function TemplatePanel({ language, onChange }: TemplatePanelProps) {
  const { t } = useTranslation(['wizard', 'words'])
  return (
    <Radio.Group label={t('template.language')} value={language}>
      <Group mt="xs">
        {languages.map((one) => (
          <Radio
            key={one}
            value={one}
            label={t(`words:language.${one}`)}
            lang={one}
            onChange={() => onChange(one)}
          />
        ))}
      </Group>
    </Radio.Group>
  )
}
