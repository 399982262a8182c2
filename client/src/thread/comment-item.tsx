import { Button, Textarea } from '@mantine/core'
import { type CommentView, type ThreadView, threadSchema } from '@parley/protocol'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { useProject } from '../app/project-layout.tsx'
import { meQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { PersonAvatar } from '../ui/party-avatar.tsx'
import { Time } from '../ui/time.tsx'
import classes from './thread-box.module.css'

interface CommentItemProps {
  readonly comment: CommentView
  readonly mayWrite: boolean
  readonly onChanged: (thread: ThreadView) => void
}

/** One comment with its author and party; its own author may correct it. */
export function CommentItem({ comment, mayWrite, onChanged }: CommentItemProps) {
  const { t } = useTranslation(['thread', 'common'])
  const project = useProject()
  const me = useQuery(meQuery)
  const [words, setWords] = useState<string | null>(null)
  const party = project.parties.find((each) => each.id === comment.author.party)
  const isOwn = me.data?.person.id === comment.author.person
  const correct = useCommand({
    send: (body: string) =>
      api.patch(path`/projects/${project.id}/comments/${comment.id}`, threadSchema, { body }),
    onDone: (thread) => {
      onChanged(thread)
      setWords(null)
    },
  })
  return (
    <li className={classes.comment}>
      <PersonAvatar name={comment.author.name} {...(party && { party: party.kind })} />
      <div className={classes.said}>
        <div className={classes.byline}>
          <strong>{comment.author.name}</strong>
          <span>
            {party?.organisation.name} · <Time at={comment.createdAt} />
            {comment.editedAt && ` · ${t('edited')}`}
          </span>
        </div>
        {words === null ? (
          <>
            <p className={classes.body}>{comment.body}</p>
            {isOwn && mayWrite && (
              <Button
                className={classes.edit ?? ''}
                size="compact-xs"
                variant="subtle"
                onClick={() => setWords(comment.body)}
              >
                {t('edit')}
              </Button>
            )}
          </>
        ) : (
          <form
            className={classes.reply}
            onSubmit={(event) => {
              event.preventDefault()
              if (words.trim() !== '') correct.submit(words)
            }}
          >
            <Textarea
              aria-label={t('edit')}
              value={words}
              autosize
              minRows={2}
              maxLength={10_000}
              autoFocus
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <ErrorNote error={correct.error} />
            <div className={classes.buttons}>
              <Button type="submit" size="compact-xs" loading={correct.isPending}>
                {t('common:save')}
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => setWords(null)}>
                {t('common:cancel')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </li>
  )
}
