import { ActionIcon, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { languages } from '@parley/model'
import {
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSignOut } from '../account/use-sign-out.ts'
import { PersonAvatar } from '../ui/party-avatar.tsx'
import { chooseLanguage } from './i18n.ts'
import { meQuery } from './queries.ts'

const appearances = [
  { scheme: 'auto', icon: IconDeviceDesktop },
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
] as const

const check = <IconCheck size={14} aria-hidden="true" />

/** The person's menu; language and appearance can be chosen by anybody. */
export function UserMenu() {
  const { t } = useTranslation()
  const me = useQuery({ ...meQuery, enabled: false }).data
  const signOut = useSignOut()
  return (
    <Menu width={230}>
      <Menu.Target>
        {me ? (
          <UnstyledButton
            aria-label={t('menu.open', { name: me.person.name })}
            style={{ borderRadius: '50%' }}
          >
            <PersonAvatar name={me.person.name} size={30} />
          </UnstyledButton>
        ) : (
          <ActionIcon size="lg" aria-label={t('menu.anonymous')}>
            <IconLanguage size={20} />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {me && (
          <>
            <Menu.Label>{me.person.email}</Menu.Label>
            <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} />}>
              {t('menu.account')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <LanguageItems />
        <Menu.Divider />
        <AppearanceItems />
        {me && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
              {t('menu.signOut')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function LanguageItems() {
  const { t, i18n } = useTranslation(['common', 'words'])
  return (
    <>
      <Menu.Label>{t('menu.language')}</Menu.Label>
      {languages.map((language) => (
        <Menu.Item
          key={language}
          role="menuitemradio"
          aria-checked={i18n.language === language}
          lang={language}
          onClick={() => void chooseLanguage(language)}
          rightSection={i18n.language === language && check}
        >
          {t(`words:language.${language}`)}
        </Menu.Item>
      ))}
    </>
  )
}

function AppearanceItems() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{t('menu.appearance')}</Menu.Label>
      {appearances.map(({ scheme, icon: Icon }) => (
        <Menu.Item
          key={scheme}
          role="menuitemradio"
          aria-checked={colorScheme === scheme}
          closeMenuOnClick={false}
          leftSection={<Icon size={16} />}
          onClick={() => setColorScheme(scheme)}
          rightSection={colorScheme === scheme && check}
        >
          {t(`appearance.${scheme}`)}
        </Menu.Item>
      ))}
    </>
  )
}
