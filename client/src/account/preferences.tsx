import { Group, Radio, Stack, useMantineColorScheme } from '@mantine/core'
import { languages } from '@parley/model'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '../app/i18n.ts'

const schemes = ['auto', 'light', 'dark'] as const

/** Language and appearance, kept on this device. */
export function Preferences() {
  const { t, i18n } = useTranslation(['common', 'words'])
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Stack>
      <Radio.Group label={t('menu.language')} value={i18n.language}>
        <Group mt="xs">
          {languages.map((language) => (
            <Radio
              key={language}
              value={language}
              lang={language}
              label={t(`words:language.${language}`)}
              onChange={() => void chooseLanguage(language)}
            />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group label={t('menu.appearance')} value={colorScheme}>
        <Group mt="xs">
          {schemes.map((scheme) => (
            <Radio
              key={scheme}
              value={scheme}
              label={t(`appearance.${scheme}`)}
              onChange={() => setColorScheme(scheme)}
            />
          ))}
        </Group>
      </Radio.Group>
    </Stack>
  )
}
