import type { Duplex } from 'node:stream'

let corked: Duplex[] = []

/** Gathers what is written to a stream until the running callback has ended, so that it takes one system call. */
export function corkedUntilNextTick(stream: Duplex): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  if (corked.push(stream) === 1) process.nextTick(uncork)
}

function uncork(): void {
  const streams = corked
  corked = []
  for (const stream of streams) stream.uncork()
}
