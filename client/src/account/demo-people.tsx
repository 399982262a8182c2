import { Button, Divider, Group, Stack, Text } from '@mantine/core'
import { functionSchema, partyKindSchema } from '@parley/model'
import type { Installation } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { api, nothing } from '../app/api.ts'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { PersonAvatar } from '../ui/party-avatar.tsx'
import classes from './demo-people.module.css'

interface DemoPeopleProps {
  readonly people: Installation['demoPeople']
  readonly onDone: () => Promise<void>
}

/** One click signs in as a person of the demonstration; the server offers this on loopback only. */
export function DemoPeople({ people, onDone }: DemoPeopleProps) {
  const { t } = useTranslation(['account', 'words'])
  const signIn = useCommand({
    send: (email: string) => api.post('/demo/sign-in', nothing, { email }),
    onDone,
  })
  if (people.length === 0) return null
  return (
    <Stack gap="xs">
      <Divider label={t('demo.title')} my="sm" />
      <ErrorNote error={signIn.error} />
      {people.map((person) => {
        const kind = partyKindSchema.safeParse(person.partyKind).data
        const job = functionSchema.safeParse(person.function).data
        return (
          <Button
            key={person.email}
            variant="default"
            className={classes.person}
            justify="flex-start"
            onClick={() => signIn.submit(person.email)}
          >
            <Group gap="sm" wrap="nowrap">
              <PersonAvatar name={person.name} {...(kind && { party: kind })} />
              <span className={classes.words}>
                <span>{person.name}</span>
                <Text span size="xs" c="dimmed">
                  {[person.organisation, job ? t(`words:function.${job}`) : person.function].join(' · ')}
                </Text>
              </span>
            </Group>
          </Button>
        )
      })}
    </Stack>
  )
}
