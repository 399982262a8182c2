import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A mail server that keeps what it is given. */
export interface MailSink {
  readonly url: string
  /** The next letter that has not been taken yet, as it was sent, with soft line breaks joined. */
  next(): Promise<string>
  close(): Promise<void>
}

/** Speaks just enough SMTP (RFC 5321) to receive letters. */
export async function startMailSink(): Promise<MailSink> {
  const letters: string[] = []
  const waiting: ((letter: string) => void)[] = []
  const server = createServer((socket) =>
    converse(socket, (letter) => {
      const taker = waiting.shift()
      if (taker) taker(letter)
      else letters.push(letter)
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: () => {
      const letter = letters.shift()
      return letter === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(letter)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function converse(socket: Socket, deliver: (letter: string) => void): void {
  let buffer = ''
  let isLetter = false
  socket.write('220 sink\r\n')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8')
    for (;;) {
      const end = isLetter ? '\r\n.\r\n' : '\r\n'
      const at = buffer.indexOf(end)
      if (at < 0) return
      const said = buffer.slice(0, at)
      buffer = buffer.slice(at + end.length)
      if (isLetter) deliver(decode(said))
      socket.write(isLetter ? '250 kept\r\n' : answer(said))
      isLetter = !isLetter && /^data/i.test(said)
      if (/^quit/i.test(said)) socket.end()
    }
  })
}

function answer(said: string): string {
  if (/^data/i.test(said)) return '354 go on\r\n'
  return /^quit/i.test(said) ? '221 bye\r\n' : '250 ok\r\n'
}

/** Quoted-printable (RFC 2045 6.7) as far as links need it. */
function decode(letter: string): string {
  return letter
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
