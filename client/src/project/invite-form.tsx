import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { functions, roles } from '@parley/model'
import { type Invite, inviteSchema, type PartyView, type ProjectView } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFieldErrors } from '../ui/use-field-errors.ts'
import { useValidators } from '../ui/use-validators.ts'
import { newProvider, partiesToInviteInto } from './parties-to-invite-into.ts'

interface InviteFormProps {
  readonly project: ProjectView
  readonly parties: readonly PartyView[]
  readonly isPending: boolean
  readonly error: unknown
  readonly onInvite: (invite: Invite) => void
}

/** Into which party, whom, in what role and function. */
export function InviteForm({ project, parties, isPending, error, onInvite }: InviteFormProps) {
  const { t } = useTranslation(['people', 'words'])
  const validators = useValidators()
  const choices = partiesToInviteInto(project, parties)
  const form = useForm({
    initialValues: {
      into: choices[0] ?? newProvider,
      organisation: '',
      email: '',
      role: 'editor',
      function: 'other',
    },
    validate: {
      organisation: (value, { into }) => (into === newProvider ? validators.required(value) : null),
      email: validators.optionalEmail,
    },
  })
  useFieldErrors(form, error)
  const isNew = form.values.into === newProvider
  const nameOf = (choice: string) => {
    const party = parties.find(({ id }) => id === choice)
    if (!party) return t('invite.newProvider')
    return `${party.organisation.name} (${t(`words:party.${party.kind}`)})`
  }
  const submit = form.onSubmit(({ into, organisation, email, role, function: job }) =>
    onInvite(
      inviteSchema.parse({
        into: into === newProvider ? { newProvider: organisation } : { party: into },
        email: email.trim() || null,
        role,
        function: job,
      }),
    ),
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Select
          label={t('invite.into')}
          data={choices.map((value) => ({ value, label: nameOf(value) }))}
          {...form.getInputProps('into')}
          onChange={(value) => {
            form.setFieldValue('into', value ?? newProvider)
            // The first person of a provider must be able to bring in the others.
            if (value === newProvider) form.setFieldValue('role', 'lead')
          }}
        />
        {isNew && (
          <TextInput
            label={t('invite.organisation')}
            maxLength={200}
            {...form.getInputProps('organisation')}
          />
        )}
        <TextInput
          label={t('invite.email')}
          description={t('invite.emailHint')}
          type="email"
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <Select
          label={t('invite.function')}
          data={functions.map((value) => ({ value, label: t(`words:function.${value}`) }))}
          {...form.getInputProps('function')}
        />
        <Select
          label={t('invite.role')}
          description={t(`words:roleMeaning.${roles.find((one) => one === form.values.role) ?? 'viewer'}`)}
          data={roles.map((value) => ({ value, label: t(`words:role.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <ErrorNote error={error} />
        <Group justify="flex-end">
          <Button type="submit" loading={isPending}>
            {t('invite.action')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
