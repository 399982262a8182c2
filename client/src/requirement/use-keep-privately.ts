import type { RequirementId, TextId } from '@parley/model'
import { threadSchema } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { useCommand } from '../app/use-command.ts'
import { useProject } from '../app/use-project.ts'
import type { CardId } from '../document/selection.ts'
import { useFacts } from '../document/use-document.ts'
import { useThreadStore } from '../thread/thread-store.ts'
import { keptWords } from './use-kept-words.ts'

/** Characters that a comment may have. */
const longestComment = 10_000

/** A way to keep words to oneself. */
export interface KeepPrivately {
  /** In a thread of one's own party, or only on this device where the card has no threads one may open. */
  readonly place: 'thread' | 'device'
  /** The name of one's own party. */
  readonly party: string
  readonly keep: () => void
  readonly isPending: boolean
  readonly error: Error | null
}

/** Keeps words that the text did not take where nobody of another party sees them; `onDone` when they are kept. */
export function useKeepPrivately(
  card: CardId,
  text: TextId,
  words: string,
  onDone: () => void,
): KeepPrivately {
  const { t } = useTranslation('requirement')
  const project = useProject()
  const threads = useThreadStore()
  const requirement = useFacts(card as RequirementId)
  const audience = project.audiences.find(({ kind }) => kind === 'private')?.parties
  const body = `${t('refused.comment')}\n\n${words}`
  const command = useCommand({
    send: (input: { body: string }, key) =>
      api.post(
        path`/projects/${project.id}/threads`,
        threadSchema,
        { requirement: card, audience, anchor: null, ...input },
        { key },
      ),
    onDone: (thread) => {
      threads.apply({ type: 'thread', thread })
      onDone()
    },
  })
  const place = requirement && audience && body.length <= longestComment ? 'thread' : 'device'
  const party = project.parties.find(({ id }) => id === project.viewer.party)?.organisation.name ?? ''
  return {
    place,
    party,
    keep: () => {
      if (place === 'thread') command.submit({ body })
      else if (keptWords().keep(text, words)) onDone()
    },
    isPending: command.isPending,
    error: command.error,
  }
}
