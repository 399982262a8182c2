import { Button, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { type SnapshotSummary, snapshotSummarySchema, type TakeSnapshot } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { useCommand } from '../app/use-command.ts'
import { useProject } from '../app/use-project.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { NotAgreedYet } from './not-agreed-yet.tsx'
import { dropSnapshotDraft, keepSnapshotDraft, snapshotDraft } from './snapshot-drafts.ts'
import { snapshotsKey } from './snapshot-queries.ts'

interface TakeSnapshotFormProps {
  readonly onTaken: (snapshot: SnapshotSummary) => void
  /** When the person goes to look at a requirement; what was typed is kept. */
  readonly onLeave: () => void
}

/** Names a snapshot and says what it is for; an agreed one only where both parties agree to everything. */
export function TakeSnapshotForm({ onTaken, onLeave }: TakeSnapshotFormProps) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const { member } = project.viewer
  const client = useQueryClient()
  const [input, setInput] = useState(() => snapshotDraft(member))
  const change = (part: Partial<TakeSnapshot>) => {
    const changed = { ...input, ...part }
    keepSnapshotDraft(member, changed)
    setInput(changed)
  }
  const command = useCommand({
    send: (body: TakeSnapshot, key) =>
      api.post(path`/projects/${project.id}/snapshots`, snapshotSummarySchema, body, { key }),
    onDone: async (snapshot) => {
      dropSnapshotDraft(member)
      await client.invalidateQueries({ queryKey: snapshotsKey(project.id) })
      onTaken(snapshot)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (input.name.trim() !== '') command.submit(input)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('take.name')}
          placeholder={t('take.nameExample')}
          value={input.name}
          maxLength={200}
          required
          data-autofocus
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Textarea
          label={t('take.note')}
          value={input.note}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={5_000}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        {/* Nobody can agree before a provider takes part. */}
        {project.parties.some((party) => party.selected) && (
          <Radio.Group
            label={t('take.kind')}
            value={input.kind}
            onChange={(kind) => change({ kind: kind === 'agreed' ? 'agreed' : 'working' })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="working" label={t('take.working')} description={t('take.workingMeaning')} />
              <Radio value="agreed" label={t('take.agreed')} description={t('take.agreedMeaning')} />
            </Stack>
          </Radio.Group>
        )}
        <ErrorNote error={command.error} reveal />
        <NotAgreedYet error={command.error} onLeave={onLeave} />
        <Group justify="flex-end">
          <Button type="submit" loading={command.isPending} disabled={input.name.trim() === ''}>
            {t('take.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
