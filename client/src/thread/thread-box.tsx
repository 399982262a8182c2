import { Button, Textarea, UnstyledButton } from '@mantine/core'
import { type ThreadView, threadSchema } from '@parley/protocol'
import { IconCheck, IconRotate, IconUnlink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { useProject } from '../app/project-layout.tsx'
import { useCommand } from '../app/use-command.ts'
import { AudienceBadge } from '../ui/audience-badge.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { CommentItem } from './comment-item.tsx'
import { showWords } from './show-thread.ts'
import classes from './thread-box.module.css'
import { useThreadStore } from './thread-store.ts'
import { useAudience } from './use-audience.ts'

interface ThreadBoxProps {
  readonly thread: ThreadView
  /** Whether the viewer may write into it. */
  readonly mayWrite: boolean
}

/** One thread: who reads it, the words it is about, its comments, and the way to answer and to settle it. */
export function ThreadBox({ thread, mayWrite }: ThreadBoxProps) {
  const { t } = useTranslation('thread')
  const project = useProject()
  const threads = useThreadStore()
  const audienceOf = useAudience()
  const [reply, setReply] = useState('')
  const base = path`/projects/${project.id}/threads/${thread.id}`
  const put = (changed: ThreadView) => threads.apply({ type: 'thread', thread: changed })
  const answer = useCommand({
    send: (body: string, key) => api.post(`${base}/comments`, threadSchema, { body }, { key }),
    onDone: (changed) => {
      put(changed)
      setReply('')
    },
  })
  const settle = useCommand({
    send: (state: ThreadView['state']) => api.patch(base, threadSchema, { state }),
    onDone: put,
  })
  const audience = audienceOf(thread.audience)
  const isResolved = thread.state === 'resolved'
  const sendReply = () => {
    if (reply.trim() !== '') answer.submit(reply)
  }
  return (
    <section
      id={`thread-${thread.id}`}
      className={classes.thread}
      data-audience={audience.kind}
      data-party={audience.kind === 'private' ? audience.party : undefined}
      data-resolved={isResolved || undefined}
    >
      <AudienceBadge audience={audience} shape="strip" />
      {thread.anchor && (
        <div className={classes.quote}>
          <UnstyledButton className={classes.words} onClick={() => showWords(thread.id)}>
            <q>{thread.anchor.quote}</q>
          </UnstyledButton>
          {!thread.anchor.range && <StateWord icon={IconUnlink}>{t('detached')}</StateWord>}
        </div>
      )}
      <ol className={classes.comments}>
        {thread.comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} mayWrite={mayWrite} onChanged={put} />
        ))}
      </ol>
      {isResolved && (
        <div className={classes.foot}>
          <StateWord icon={IconCheck} tone="agreed">
            {thread.resolvedBy ? t('resolvedBy', { name: thread.resolvedBy }) : t('resolved')}
          </StateWord>
          {mayWrite && (
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconRotate size={13} />}
              loading={settle.isPending}
              onClick={() => settle.submit('open')}
            >
              {t('reopen')}
            </Button>
          )}
        </div>
      )}
      {mayWrite && !isResolved && (
        <form
          className={classes.reply}
          onSubmit={(event) => {
            event.preventDefault()
            sendReply()
          }}
        >
          <Textarea
            aria-label={t('reply')}
            placeholder={t('replyTo')}
            value={reply}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={10_000}
            size="xs"
            onChange={(event) => setReply(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sendReply()
            }}
          />
          <ErrorNote error={answer.error ?? settle.error} />
          <div className={classes.buttons}>
            {reply.trim() !== '' && (
              <Button type="submit" size="compact-xs" loading={answer.isPending}>
                {t('reply')}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconCheck size={13} />}
              loading={settle.isPending}
              onClick={() => settle.submit('resolved')}
            >
              {t('resolve')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
