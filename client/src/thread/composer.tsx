import { Button, CloseButton, Textarea, UnstyledButton } from '@mantine/core'
import type { PartyId, RequirementId } from '@parley/model'
import { threadSchema } from '@parley/protocol'
import { IconLock, IconUsers } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { useProject } from '../app/project-layout.tsx'
import { useCommand } from '../app/use-command.ts'
import { AudienceBadge, audienceGround } from '../ui/audience-badge.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { type ChosenWords, useChosenWords, useChosenWordsStore } from './chosen-words.ts'
import classes from './composer.module.css'
import { useDraft } from './drafts.ts'
import { useThreadStore } from './thread-store.ts'
import { useAudience } from './use-audience.ts'

/** Opens a thread: for whom is chosen, and seen, before the first word is typed. */
export function Composer({ requirement }: { readonly requirement: RequirementId }) {
  const { t } = useTranslation('thread')
  const project = useProject()
  const threads = useThreadStore()
  const chosenStore = useChosenWordsStore()
  const chosen = useChosenWords()
  const audienceOf = useAudience()
  const [draft, setDraft] = useDraft(requirement)
  const label = useId()
  const words = chosen?.card === requirement ? chosen : null
  const audience = draft.audience ?? project.audiences[0]?.parties ?? null
  const command = useCommand({
    send: (
      input: { body: string; audience: readonly PartyId[]; anchor: ChosenWords['anchor'] | null },
      key,
    ) => api.post(path`/projects/${project.id}/threads`, threadSchema, { requirement, ...input }, { key }),
    onDone: (thread) => {
      threads.apply({ type: 'thread', thread })
      setDraft({ ...draft, body: '' })
      chosenStore.set(null)
    },
  })
  if (!audience) return null
  const view = audienceOf(audience)
  const send = () => {
    if (draft.body.trim() !== '')
      command.submit({ body: draft.body, audience, anchor: words?.anchor ?? null })
  }
  return (
    <form
      className={classes.composer}
      data-audience={view.kind}
      data-party={view.kind === 'private' ? view.party : undefined}
      aria-label={t('composer')}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <AudienceBadge audience={view} shape="strip" />
      {words && (
        <div className={classes.quote}>
          <q>{words.anchor.quote}</q>
          <CloseButton size="sm" aria-label={t('aboutWhole')} onClick={() => chosenStore.set(null)} />
        </div>
      )}
      <Textarea
        id={label}
        aria-label={view.kind === 'private' ? t('writeTo.private', { name: view.name }) : t('writeTo.shared')}
        placeholder={
          view.kind === 'private' ? t('writeTo.private', { name: view.name }) : t('writeTo.shared')
        }
        value={draft.body}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        variant="unstyled"
        className={classes.words ?? ''}
        onChange={(event) => setDraft({ ...draft, body: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
        }}
      />
      <ErrorNote error={command.error} />
      <div className={classes.foot}>
        <fieldset className={classes.choices}>
          <legend className="visually-hidden">{t('audience')}</legend>
          {project.audiences.map((choice) => {
            const shown = audienceOf(choice.parties)
            const isChosen = choice.parties.join() === audience.join()
            return (
              <UnstyledButton
                key={choice.parties.join()}
                className={`${classes.choice} ${isChosen ? audienceGround(shown) : ''}`}
                aria-pressed={isChosen}
                onClick={() => setDraft({ ...draft, audience: choice.parties })}
              >
                {shown.kind === 'private' ? <IconLock size={13} /> : <IconUsers size={13} />}
                {shown.kind === 'private' ? t('onlyUs') : t('shared')}
              </UnstyledButton>
            )
          })}
        </fieldset>
        <Button type="submit" size="xs" loading={command.isPending} disabled={draft.body.trim() === ''}>
          {view.kind === 'private' ? t('send.private', { name: view.name }) : t('send.shared')}
        </Button>
      </div>
    </form>
  )
}
