import i18next from 'i18next'

/** Takes what is typed between the wish to write in a text and the moment its editor stands. */
export interface TypedAhead {
  /** Whether somebody waits to write. */
  readonly isWaiting: () => boolean
  /** Takes the focus, and with it what is typed from now on. */
  readonly begin: () => void
  /** Hands over what was typed, once a word that an input method is still composing is done. */
  readonly take: (receive: (words: string) => void) => void
  /** Nothing will be written: the focus goes back to where it was. */
  readonly callOff: () => void
}

interface Field {
  readonly element: HTMLTextAreaElement
  /** What had the focus before. */
  readonly before: Element | null
}

/** Makes the one of a document page. */
export function makeTypedAhead(): TypedAhead {
  let field: Field | null = null
  let isComposing = false

  const end = () => {
    const ended = field
    field = null
    isComposing = false
    ended?.element.remove()
    return ended
  }
  const callOff = () => {
    const before = end()?.before
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
  return {
    isWaiting: () => field !== null,
    begin() {
      if (field) return
      const element = makeField()
      field = { element, before: document.activeElement }
      // reason: where the whole window has lost the focus, the field still has it within
      element.addEventListener('blur', () => document.activeElement !== element && end())
      element.addEventListener('keydown', (event) => event.key === 'Escape' && callOff())
      element.addEventListener('compositionstart', () => {
        isComposing = true
      })
      document.body.append(element)
      element.focus({ preventScroll: true })
    },
    take(receive) {
      const hand = () => {
        const words = field?.element.value ?? ''
        end()
        receive(words)
      }
      if (isComposing) field?.element.addEventListener('compositionend', hand, { once: true })
      else hand()
    },
    callOff,
  }
}

/** A field that nobody sees; what is written in it appears in the text in a moment. */
function makeField(): HTMLTextAreaElement {
  const element = document.createElement('textarea')
  element.className = 'visually-hidden'
  element.tabIndex = -1
  element.ariaLabel = i18next.t('text', { ns: 'requirement' })
  element.dataset.typedAhead = ''
  return element
}
