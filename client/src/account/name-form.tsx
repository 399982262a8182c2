import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { meSchema } from '@parley/protocol'
import { IconCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { meQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { useValidators } from '../ui/use-validators.ts'

/** Changes the name under which a person appears to others. */
export function NameForm() {
  const { t } = useTranslation(['account', 'common'])
  const validators = useValidators()
  const client = useQueryClient()
  const me = useQuery(meQuery).data
  const form = useForm({
    initialValues: { name: me?.person.name ?? '' },
    validate: { name: validators.required },
  })
  const change = useCommand({
    send: (input: { name: string }) => api.patch('/me', meSchema, input),
    onDone: (changed) => {
      form.resetDirty()
      client.setQueryData(meQuery.queryKey, changed)
    },
  })
  return (
    <form onSubmit={form.onSubmit(change.submit)} noValidate>
      <Stack maw={400}>
        <TextInput label={t('name')} autoComplete="name" {...form.getInputProps('name')} />
        <div>
          <Text size="sm" fw={600}>
            {t('email')}
          </Text>
          <Text>{me?.person.email}</Text>
        </div>
        <ErrorNote error={change.error} />
        <Group>
          <Button type="submit" variant="default" loading={change.isPending} disabled={!form.isDirty()}>
            {t('common:save')}
          </Button>
          <span role="status">
            {change.isSuccess && !form.isDirty() && (
              <StateWord icon={IconCheck} tone="agreed">
                {t('page.saved')}
              </StateWord>
            )}
          </span>
        </Group>
      </Stack>
    </form>
  )
}
