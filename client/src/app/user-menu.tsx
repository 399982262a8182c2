import { ActionIcon, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { languages } from '@parley/model'
import {
  IconDeviceDesktop,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSignOut } from '../account/use-sign-out.ts'
import { PersonAvatar } from '../ui/party-avatar.tsx'
import { chooseLanguage } from './i18n.ts'
import { meQuery } from './queries.ts'
import classes from './user-menu.module.css'

const appearances = [
  { scheme: 'auto', icon: IconDeviceDesktop },
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
] as const

/** The person's menu; language and appearance can be chosen by anybody. */
export function UserMenu() {
  const { t } = useTranslation()
  const me = useQuery({ ...meQuery, enabled: false }).data
  const signOut = useSignOut()
  return (
    <Menu width={230} withinPortal={false}>
      <Menu.Target>
        {me ? (
          <UnstyledButton className={classes.person} aria-label={t('menu.open', { name: me.person.name })}>
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
            <Menu.Label role="presentation">{me.person.email}</Menu.Label>
            <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} />}>
              {t('menu.account')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Choices />
        {me && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
              {t('menu.signOut')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function Choices() {
  const { t, i18n } = useTranslation(['common', 'words'])
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Choice label={t('menu.language')} value={i18n.language}>
        {languages.map((language) => (
          <Menu.RadioItem
            key={language}
            value={language}
            lang={language}
            onChange={() => void chooseLanguage(language)}
          >
            {t(`words:language.${language}`)}
          </Menu.RadioItem>
        ))}
      </Choice>
      <Menu.Divider />
      <Choice label={t('menu.appearance')} value={colorScheme}>
        {appearances.map(({ scheme, icon: Icon }) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            rightSection={<Icon size={16} className={classes.quiet} />}
            onChange={() => setColorScheme(scheme)}
          >
            {t(`appearance.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Choice>
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly children: ReactNode
}

function Choice({ label, value, children }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: reason: a fieldset is no part of a menu; role "group" is (WAI-ARIA)
    <div role="group" aria-label={label}>
      <Menu.Label aria-hidden="true">{label}</Menu.Label>
      <Menu.RadioGroup value={value}>{children}</Menu.RadioGroup>
    </div>
  )
}
