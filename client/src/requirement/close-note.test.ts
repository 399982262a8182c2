import { type CloseReason, closes, isFinalClose } from '@parley/protocol'
import { expect, it } from 'vitest'
import { requirement as german } from '../locales/de/requirement.ts'
import { requirement as english } from '../locales/en/requirement.ts'
import { closeNote } from './close-note.ts'

const silent: readonly CloseReason[] = ['signed-out', 'replaced']

it.each(Object.keys(closes) as CloseReason[])(
  '%s has words in both languages, or a decided silence',
  (reason) => {
    const note = closeNote(reason)
    expect(note === null).toBe(silent.includes(reason))
    if (note === null) return
    expect(note.type).toBe(isFinalClose(closes[reason]) ? 'closed' : 'waiting')
    for (const words of [english, german]) {
      const said = note.type === 'closed' ? words.closed[note.key] : words.waiting[note.key]
      expect(said).toMatch(/\p{L}{3}.*\.$/u)
    }
  },
)
