/** A tab's socket to the server, over a network that a test flushes by hand. */
export class HandSocket {
  readonly #outgoing: Uint8Array[] = []
  binaryType = 'arraybuffer'
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null

  send(frame: Uint8Array): void {
    this.#outgoing.push(frame.slice())
  }

  close(): void {}

  /** What the tab has sent since the last time. */
  take(): readonly Uint8Array[] {
    return this.#outgoing.splice(0)
  }

  /** Delivers a frame of the server's. */
  give(frame: Uint8Array): void {
    this.onmessage?.({ data: frame.slice().buffer as ArrayBuffer })
  }
}
