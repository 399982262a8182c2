import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/**
 * How a network treats a connection: it `carries` what is sent, it `refuses` to connect and breaks what was, or it
 * `swallows` what is sent and says nothing.
 */
export type Manner = 'carries' | 'refuses' | 'swallows'

/** How PostgreSQL's client ends a transaction, as the wire has it. */
const commit = Buffer.from('commit\0')

/** A network between a program and a server of which a test decides what it does. */
export class Network {
  readonly port: number
  readonly #server: ReturnType<typeof createServer>
  readonly #links = new Set<Link>()
  #manner: Manner = 'carries'
  /** What becomes of the next commit: it never arrives, or it arrives and its answer is lost. */
  #loses: 'commit' | 'answer' | null = null

  private constructor(server: ReturnType<typeof createServer>, port: number, target: URL) {
    this.#server = server
    this.port = port
    server.on('connection', (near) => this.#link(near, target))
  }

  /** Listens on the loopback and leads to the host and port of `target`. */
  static async to(target: string): Promise<Network> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('expected a port')
    return new Network(server, address.port, new URL(target))
  }

  /** From now on; a connection that has lost something stays deaf for ever, as one whose packets are lost. */
  set manner(manner: Manner) {
    this.#manner = manner
    if (manner === 'swallows') for (const link of this.#links) link.isDeaf = { near: true, far: true }
    if (manner === 'refuses') for (const link of this.#links) link.break()
  }

  /** Loses the next commit that passes, or the answer to it, and all that follows on its connection. */
  loseNext(what: 'commit' | 'answer'): Promise<void> {
    this.#loses = what
    return new Promise((resolve) => {
      this.#lost = resolve
    })
  }

  #lost: () => void = () => {}

  async [Symbol.asyncDispose](): Promise<void> {
    for (const link of this.#links) link.break()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #link(near: Socket, target: URL): void {
    if (this.#manner === 'refuses') {
      near.destroy()
      return
    }
    const far = connect(Number(target.port || 5432), target.hostname)
    const link = new Link(near, far, this.#manner === 'swallows', (sent) => this.#onSent(link, sent))
    this.#links.add(link)
    far.on('close', () => this.#links.delete(link))
  }

  #onSent(link: Link, sent: Buffer): void {
    if (this.#loses === null || !sent.includes(commit)) return
    link.isDeaf = { near: this.#loses === 'commit', far: true }
    this.#loses = null
    this.#lost()
  }
}

/** One connection through the network: `near` is the program's end, `far` the server's. */
class Link {
  /** Whether what one end sends is lost. Where both are, neither hears that the other has gone. */
  isDeaf: { readonly near: boolean; readonly far: boolean }
  readonly #near: Socket
  readonly #far: Socket

  constructor(near: Socket, far: Socket, isDeaf: boolean, sent: (bytes: Buffer) => void) {
    this.#near = near
    this.#far = far
    this.isDeaf = { near: isDeaf, far: isDeaf }
    for (const socket of [near, far]) socket.on('error', () => {})
    near.on('data', (bytes) => {
      sent(bytes)
      if (!this.isDeaf.near) far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (!this.isDeaf.far) near.write(bytes)
    })
    near.on('close', () => {
      if (!this.isDeaf.near) far.destroy()
    })
    far.on('close', () => {
      if (!this.isDeaf.far) near.destroy()
    })
  }

  break(): void {
    this.#near.destroy()
    this.#far.destroy()
  }
}
