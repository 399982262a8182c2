import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A TCP port on the loopback that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error(`expected a port, got ${address}`)
  server.close()
  await once(server, 'close')
  return address.port
}

type Patience = { readonly milliseconds?: number; readonly giveUpWhen?: () => boolean }

/** Waits until the condition holds, for another process that has no way to call us; 20 s unless told. */
export const until = async (
  what: string,
  holds: () => Promise<boolean>,
  { milliseconds = 20_000, giveUpWhen = () => false }: Patience = {},
): Promise<void> => {
  const deadline = performance.now() + milliseconds
  while (!(await holds())) {
    if (giveUpWhen()) throw new Error(`waited for “${what}”, which can no longer come`)
    if (performance.now() > deadline) throw new Error(`waited ${milliseconds} ms for “${what}”`)
    await pause(20)
  }
}
