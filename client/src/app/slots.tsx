import {
  createContext,
  type ReactNode,
  type RefCallback,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react'
import { createPortal } from 'react-dom'

/** Places in a project's top bar that its pages fill. */
export type SlotName = 'people' | 'saved' | 'actions'

interface Slots {
  readonly elements: Readonly<Partial<Record<SlotName, HTMLElement | null>>>
  readonly set: (name: SlotName, element: HTMLElement | null) => void
}

const SlotContext = createContext<Slots | null>(null)

/** Lets `SlotTarget` and `Slot` below it find each other. */
export function SlotProvider({ children }: { readonly children: ReactNode }) {
  const [elements, setElements] = useState<Slots['elements']>({})
  const set = useCallback<Slots['set']>(
    (name, element) =>
      setElements((before) => (before[name] === element ? before : { ...before, [name]: element })),
    [],
  )
  const slots = useMemo<Slots>(() => ({ elements, set }), [elements, set])
  return <SlotContext value={slots}>{children}</SlotContext>
}

/** Where the slot's content appears. */
export function SlotTarget({
  name,
  className,
}: {
  readonly name: SlotName
  readonly className?: string | undefined
}) {
  const set = useContext(SlotContext)?.set
  const ref = useMemo<RefCallback<HTMLDivElement>>(() => (element) => set?.(name, element), [name, set])
  return <div ref={ref} data-slot={name} className={className} />
}

/** Shows its children in the named place of the top bar for as long as it is mounted. */
export function Slot({ name, children }: { readonly name: SlotName; readonly children: ReactNode }) {
  const element = useContext(SlotContext)?.elements[name]
  return element ? createPortal(children, element) : null
}
