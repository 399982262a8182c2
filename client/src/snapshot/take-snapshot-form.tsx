import { Button, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { type SnapshotSummary, snapshotSummarySchema, type TakeSnapshot } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api, path } from '../app/api.ts'
import { ProblemError } from '../app/problem-error.ts'
import { useCommand } from '../app/use-command.ts'
import { useProject } from '../app/use-project.ts'
import { formatNumber } from '../requirement/format-number.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import classes from './snapshot.module.css'
import { snapshotsKey } from './snapshot-queries.ts'

/** Names a snapshot and says what it is for; an agreed one only where both parties agree to everything. */
export function TakeSnapshotForm({ onTaken }: { readonly onTaken: (snapshot: SnapshotSummary) => void }) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const client = useQueryClient()
  const [input, setInput] = useState<TakeSnapshot>({ name: '', note: '', kind: 'working' })
  const command = useCommand({
    send: (body: TakeSnapshot, key) =>
      api.post(path`/projects/${project.id}/snapshots`, snapshotSummarySchema, body, { key }),
    onDone: async (snapshot) => {
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
          onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
        />
        <Textarea
          label={t('take.note')}
          value={input.note}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={5_000}
          onChange={(event) => setInput({ ...input, note: event.currentTarget.value })}
        />
        <Radio.Group
          label={t('take.kind')}
          value={input.kind}
          onChange={(kind) => setInput({ ...input, kind: kind === 'agreed' ? 'agreed' : 'working' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="working" label={t('take.working')} description={t('take.workingMeaning')} />
            <Radio value="agreed" label={t('take.agreed')} description={t('take.agreedMeaning')} />
          </Stack>
        </Radio.Group>
        <ErrorNote error={command.error} reveal />
        <NotAgreed error={command.error} project={project.id} />
        <Group justify="flex-end">
          <Button type="submit" loading={command.isPending} disabled={input.name.trim() === ''}>
            {t('take.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The requirements that stand in the way of an agreed version, each a link. */
function NotAgreed({ error, project }: { readonly error: unknown; readonly project: string }) {
  const { t } = useTranslation('snapshot')
  if (!(error instanceof ProblemError) || error.problem.code !== 'not-agreed-yet') return null
  const numbers = numbersIn(error.problem.facts?.numbers)
  if (numbers.length === 0) return null
  return (
    <nav className={classes.numbers} aria-label={t('take.notAgreed')}>
      {numbers.slice(0, 60).map((number) => (
        <Link key={number} to={`/projects/${project}#${formatNumber(number)}`}>
          {formatNumber(number)}
        </Link>
      ))}
      {numbers.length > 60 && <span>{t('take.andMore', { count: numbers.length - 60 })}</span>}
    </nav>
  )
}

/** The numbers of a problem, told as a list or as words. */
function numbersIn(fact: unknown): readonly number[] {
  if (Array.isArray(fact)) return fact.flatMap((each) => numbersIn(each))
  if (typeof fact === 'number') return [fact]
  return typeof fact === 'string' ? (fact.match(/\d+/g) ?? []).map(Number) : []
}
