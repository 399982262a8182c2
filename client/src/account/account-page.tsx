import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { Devices } from './devices.tsx'
import { NameForm } from './name-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { Preferences } from './preferences.tsx'

/** A person's own name, password, signed-in devices, language and appearance. */
export function AccountPage() {
  const { t } = useTranslation('account')
  return (
    <Page title={t('page.title')}>
      <Section title={t('page.profile')}>
        <NameForm />
      </Section>
      <Section title={t('page.preferences')}>
        <Preferences />
      </Section>
      <Section title={t('page.passwordTitle')} lead={t('page.passwordLead')}>
        <PasswordForm />
      </Section>
      <Devices />
    </Page>
  )
}
