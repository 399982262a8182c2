import { startParley } from '../../browser/parley.ts'
import { prepareParley } from '../rooms/parley-world.ts'
import { pause } from '../rooms/pause.ts'
import { type Client, ownClients, reading, stockClient, typeInto } from './clients.ts'

/** Milliseconds between two letters, and at least and at most between two words. */
const letterPause = 120
const [shortest, longest] = [2_000, 6_000]

/** Milliseconds in which the last words must have reached everybody. */
const lastWords = 10_000

/**
 * Lets stock y-websocket clients, which know nothing of our own messages, stay for an hour, or so many minutes as are
 * named: one types every few seconds, one idles beside it, one idles where nobody ever writes; a client of our own kind
 * reads both texts. All must stay connected, in step and equal.
 */
export const measureHour = async (args: readonly string[]): Promise<void> => {
  const minutes = Number(args[0] ?? 60)
  if (!(minutes > 0)) throw new Error(`expected a number of minutes, got “${args[0]}”`)
  await using parley = await startParley({ env: { LOG_LEVEL: 'warn' } })
  const port = Number(new URL(parley.url).port)
  const { texts, tokens } = await prepareParley(port, parley.dataFolder, 2, 4)
  const [written = '', silent = ''] = texts
  const [typist = '', idler = '', hermit = '', reader = ''] = tokens
  const url = parley.url.replace('http', 'ws')
  const typing = stockClient(url, written, typist, 'stock, types')
  const beside = stockClient(url, written, idler, 'stock, idles beside it')
  const alone = stockClient(url, silent, hermit, 'stock, idles where nobody writes')
  const [reads, waits] = ownClients(url, reader, [
    [written, 'our own, reads'],
    [silent, 'our own, where nobody writes'],
  ])
  if (!reads || !waits) throw new Error('expected two channels')
  const clients = [typing, beside, alone, reads, waits]
  await until(() => clients.every(({ diary }) => diary.syncs.length > 0))
  const words = await type(typing, minutes * 60_000)
  const expected = (doc: string) => words.every((word) => doc.includes(word))
  await until(
    () =>
      expected(reading(typing.doc)) &&
      [beside, reads].every(({ doc }) => reading(doc) === reading(typing.doc)) &&
      reading(waits.doc) === reading(alone.doc),
  )
  const isEqual = [beside, reads].every(({ doc }) => reading(doc) === reading(typing.doc))
  print(clients, minutes, words.length, isEqual && expected(reading(beside.doc)))
  for (const client of clients) client.end()
}

/** Types word after word for so many milliseconds; gives the words. */
async function type({ doc }: Client, milliseconds: number): Promise<readonly string[]> {
  const words: string[] = []
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    const word = `word${words.length}`
    words.push(`${word} `)
    for (const letter of `${word} `) {
      typeInto(doc, letter)
      await pause(letterPause)
    }
    await pause(shortest + (longest - shortest) * Math.random())
  }
  return words
}

/** Waits until it holds, or until the last words should long have come. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + lastWords
  while (!holds() && performance.now() < deadline) await pause(50)
}

function print(clients: readonly Client[], minutes: number, words: number, isEqual: boolean): void {
  const rows = clients.map(({ diary }) => {
    diary.listened()
    const syncs = diary.syncs.map(({ at, isSynced }) => `${isSynced ? 'in' : 'out of'} step at ${at} s`)
    const ends = diary.ends.map(({ at, code }) => `${code ?? 'gave up'} at ${at} s`)
    const troubles = [...diary.refusals, ...diary.errors]
    const cells = [
      diary.name,
      syncs.join(', '),
      ends.join(', ') || 'none',
      troubles.join(', ') || 'none',
      diary.messages,
      diary.silence.toFixed(1),
    ]
    return `| ${cells.join(' | ')} |`
  })
  const head = [
    '| client | sync events | disconnects | refusals, errors | messages | longest silence (s) |',
    '|---|---|---|---|---:|---:|',
  ]
  const isCalm = clients.every(({ diary }) => diary.isCalm)
  console.log(['', `### ${minutes} minutes, ${words} words typed`, '', ...head, ...rows].join('\n'))
  console.log(`\nAll stayed in step: ${isCalm ? 'yes' : 'NO'}; equal at the end: ${isEqual ? 'yes' : 'NO'}`)
  if (!isCalm || !isEqual) process.exitCode = 1
}
