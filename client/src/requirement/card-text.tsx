import type { ParameterView, TextView } from '@parley/protocol'
import { type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { useIsWrittenIn } from '../document/present-people.ts'
import { type CardId, useSelection } from '../document/selection.ts'
import { ParameterPopover } from '../parameter/parameter-popover.tsx'
import { useHasRefused } from '../session/use-session.ts'
import { showThread } from '../thread/show-thread.ts'
import { useThreadWords } from '../thread/use-thread-words.ts'
import { caretAtPointer, movedDown } from './caret-at-pointer.ts'
import { keepInPlace } from './keep-in-place.ts'
import { KeptWordsNotes } from './kept-words-notes.tsx'
import type { LiveTextProps } from './live-text.tsx'
import { useLiveText } from './load-live-text.ts'
import { ReadOnlyNote } from './read-only-note.tsx'
import { StaticText } from './static-text.tsx'
import type { Chips } from './use-chips.ts'
import { useIsNear } from './use-is-near.ts'
import { useReadOnly } from './use-read-only.ts'

interface CardTextProps {
  readonly card: CardId
  readonly text: TextView
  readonly parameters: readonly ParameterView[]
  readonly chips: Chips
  readonly withdrawn: boolean
  readonly state: 'quiet' | 'selected' | 'edited'
  readonly headingOffset: number
}

/**
 * The text of a card: static, until it is clicked or somebody else writes in it while it is near the screen (design
 * §7). The static text stays in place until the live one is in step.
 */
export function CardText(props: CardTextProps) {
  const { card, text, parameters, chips, withdrawn, state, headingOffset } = props
  const selection = useSelection()
  const readOnly = useReadOnly(withdrawn)
  const highlights = useThreadWords(card, text.id)
  const isWrittenIn = useIsWrittenIn(text.id)
  const [chip, setChip] = useState<HTMLElement | null>(null)
  const own = useRef<HTMLDivElement>(null)
  const isNear = useIsNear(own, isWrittenIn)
  // What the server did not take stays in sight until its writer has taken it further.
  const hasRefused = useHasRefused(text.id)
  const isLive = state === 'edited' || hasRefused || isNear

  const still = (
    <StaticText content={text.content} chips={chips} highlights={highlights} headingOffset={headingOffset} />
  )
  const openAtPointer = (event: PointerEvent) => {
    if (state === 'edited' || event.button !== 0 || isControl(event.target)) return
    const caret = caretAtPointer(own.current, event)
    if (!caret) return
    const moved = keepInPlace(own.current, () => selection.select(card))
    selection.edit(card, movedDown(caret, moved))
  }
  const openInside = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const clicked = event.target.closest<HTMLElement>('[data-parameter]')
    if (clicked) return setChip(clicked)
    const thread = event.target.closest<HTMLElement>('[data-highlight]')?.dataset.highlight?.split(' ')[0]
    if (thread) showThread(thread)
  }
  const parameter = chip && parameters.find(({ id }) => id === chip.dataset.parameter)
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: reason: the words inside are the control; keys reach them through the number's link */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: reason: as above */}
      <div ref={own} onPointerUp={openAtPointer} onClick={openInside}>
        {isLive ? (
          <Live
            card={card}
            text={text.id}
            chips={chips}
            headingOffset={headingOffset}
            isWriting={state === 'edited'}
            readOnly={readOnly}
            fallback={still}
          />
        ) : (
          still
        )}
      </div>
      <KeptWordsNotes text={text.id} />
      {chip && parameter && (
        <ParameterPopover
          key={parameter.id}
          parameter={parameter}
          target={chip}
          isEditable={readOnly === null}
          onClose={() => setChip(null)}
        />
      )}
      {state === 'edited' && readOnly && <ReadOnlyNote reason={readOnly} />}
    </>
  )
}

function Live(props: LiveTextProps) {
  const LiveText = useLiveText()
  return LiveText ? <LiveText {...props} /> : props.fallback
}

/** Links and chips have their own click. */
const isControl = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, [data-parameter]') !== null
