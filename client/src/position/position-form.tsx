import { Button, Radio, Stack, Textarea } from '@mantine/core'
import { type RequirementId, stances } from '@parley/model'
import { type PositionView, requirementSchema } from '@parley/protocol'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { useProject } from '../app/project-layout.tsx'
import { useCommand } from '../app/use-command.ts'
import { useDocumentStore, useRequirement } from '../document/use-document.ts'
import { ErrorNote } from '../ui/error-note.tsx'

interface PositionFormProps {
  readonly requirement: RequirementId
  readonly position: PositionView | undefined
  readonly onDone: () => void
}

/** A lead says where the party stands, on the content on screen: what has changed meanwhile is not signed unseen. */
export function PositionForm({ requirement, position, onDone }: PositionFormProps) {
  const { t } = useTranslation(['position', 'words', 'common'])
  const project = useProject()
  const store = useDocumentStore()
  const [stance, setStance] = useState(position?.stance ?? 'agreed')
  const [words, setWords] = useState(position?.words ?? '')
  const fingerprint = useRequirement(requirement)?.fingerprint
  const [seen, setSeen] = useState(fingerprint)
  const own = project.parties.find((party) => party.id === project.viewer.party)
  const hasChanged = seen !== fingerprint
  const command = useCommand({
    send: () =>
      api.put(path`/projects/${project.id}/requirements/${requirement}/position`, requirementSchema, {
        stance,
        words,
        fingerprint: seen,
      }),
    onDone: (changed) => {
      store.apply({ type: 'requirement', requirement: changed })
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    command.submit(undefined)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Radio.Group
          label={t('stance')}
          value={stance}
          onChange={(value) => setStance(stances.find((each) => each === value) ?? 'open')}
        >
          <Stack gap="xs" mt="xs">
            {stances.map((each) => (
              <Radio key={each} value={each} label={t(`words:stance.${each}`)} size="sm" />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('inWords')}
          description={t('inWordsHint')}
          value={words}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {hasChanged && (
          <Button size="xs" variant="default" onClick={() => setSeen(fingerprint)}>
            {t('changedMeanwhile')}
          </Button>
        )}
        <ErrorNote error={command.error} />
        <Button type="submit" size="xs" loading={command.isPending} disabled={hasChanged}>
          {t('give', { name: own?.organisation.name ?? '' })}
        </Button>
      </Stack>
    </form>
  )
}
