import { Button, List, Radio, Stack, Text } from '@mantine/core'
import { type PartyView, type ProjectView, projectSchema } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api, path } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'
import { projectQuery, projectsQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

interface StartRefinementProps {
  readonly project: ProjectView
  readonly parties: readonly PartyView[]
}

/** Opens the document to one provider, after saying what that means. */
export function StartRefinement({ project, parties }: StartRefinementProps) {
  const { t } = useTranslation('people')
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asks, setAsks] = useState(false)
  const providers = parties.filter((party) => party.kind === 'provider')
  const [chosen, setChosen] = useState<string | null>(null)
  const provider = providers.find((party) => party.id === chosen) ?? providers[0]
  const start = useCommand({
    send: (party: string, key) =>
      api.post(path`/projects/${project.id}/refinement`, projectSchema, { provider: party }, { key }),
    onDone: async (started) => {
      client.setQueryData(projectQuery(project.id).queryKey, started)
      setAsks(false)
      await navigate(`/projects/${project.id}`)
      await client.invalidateQueries({ queryKey: projectKey(project.id) })
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
    },
  })
  if (!provider) return null
  const name = provider.organisation.name
  return (
    <>
      <Button onClick={() => setAsks(true)}>
        {providers.length === 1 ? t('start.openWith', { name }) : t('start.open')}
      </Button>
      <ConfirmDialog
        opened={asks}
        onClose={() => setAsks(false)}
        onConfirm={() => start.submit(provider.id)}
        title={t('start.title')}
        action={t('start.openWith', { name })}
        isPending={start.isPending}
        error={start.error}
      >
        <Stack>
          {providers.length > 1 && (
            <Radio.Group label={t('start.which')} value={provider.id} onChange={setChosen}>
              <Stack gap="xs" mt="xs">
                {providers.map((party) => (
                  <Radio key={party.id} value={party.id} label={party.organisation.name} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <List spacing="xs">
            <List.Item>{t('start.opens', { name })}</List.Item>
            <List.Item>{t('start.snapshot')}</List.Item>
            <List.Item>{t('start.private')}</List.Item>
            {providers.length > 1 && <List.Item>{t('start.others')}</List.Item>}
          </List>
          {provider.members.length === 0 && (
            <Text role="status" c="warn">
              {t('start.nobodyYet', { name })}
            </Text>
          )}
        </Stack>
      </ConfirmDialog>
    </>
  )
}
