import type { Dialect } from './dialect.ts'
import type { PinnedProcess } from './pinned-process.ts'

/** How clients get into a server. */
export interface Door {
  readonly dialect: Dialect
  readonly port: number
  /** Where a text is, from the root. */
  path(text: string): string
  /** The bearer token of the n-th person, `null` where the server asks for none. */
  token(person: number): string | null
}

/** A server under measurement. */
export interface Running extends Door {
  readonly name: string
  readonly process: PinnedProcess
  /** Texts of three paragraphs; the same ones each time. */
  readonly texts: readonly string[]
  /** Whether texts are still there after a restart. */
  readonly keeps: boolean
  stop(): Promise<void>
}
