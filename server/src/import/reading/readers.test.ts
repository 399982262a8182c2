import { afterEach, expect, it, vi } from 'vitest'
import { ProblemError } from '../../problem-error.ts'
import { defaultReadingLimits, makeReaders, type Readers, type ReadingLimits } from './readers.ts'

vi.setConfig({ testTimeout: 60_000 })

const opened: Readers[] = []
afterEach(async () => {
  for (const readers of opened.splice(0)) await readers.close()
})

function open(limits: Partial<ReadingLimits> = {}): Readers {
  const readers = makeReaders({ ...defaultReadingLimits, atOnce: 0, ...limits })
  opened.push(readers)
  return readers
}

const catalogue = (controls: number, parts = 1) =>
  JSON.stringify({
    catalog: {
      uuid: 'u',
      metadata: { title: 'T', version: '1', 'oscal-version': '1.1.3' },
      controls: Array.from({ length: controls }, (_, index) => ({
        id: `c-${index}`,
        title: `Control ${index}`,
        parts: Array.from({ length: parts }, () => ({ name: 'statement', prose: 'Reply within a day.' })),
      })),
    },
  })

const preview = (controls: number, parts?: number) => ({
  type: 'preview' as const,
  upload: { kind: 'oscal' as const, catalogue: catalogue(controls, parts) },
  language: 'en' as const,
})

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => (error instanceof ProblemError ? error.code : error),
  )

it('a large upload is read while everything else goes on', async () => {
  const { read } = open()
  let turns = 0
  let isReading = true
  const others = (async () => {
    for (; isReading; turns++) await new Promise((resolve) => setImmediate(resolve))
  })()
  const shown = await read(preview(4_000))
  isReading = false
  await others
  expect(shown.requirements).toBe(4_000)
  expect(turns).toBeGreaterThan(1_000)
})

it('what takes too long is ended, and the next one is read', async () => {
  const { read } = open({ milliseconds: 1, processes: 1 })
  expect(await codeOf(read(preview(4_000)))).toBe('too-costly')
  const patient = open({ processes: 1 })
  expect((await patient.read(preview(1))).requirements).toBe(1)
})

it('what takes too much memory is ended, and the next one is read by another process', async () => {
  const { read } = open({ megabytes: 64, processes: 1 })
  expect(await codeOf(read(preview(19_999, 20)))).toBe('too-costly')
  expect((await read(preview(1))).requirements).toBe(1)
})

it('more at a time than there are processes wait for their turn, and each gets its own answer', async () => {
  const { read } = open({ processes: 2 })
  const sizes = [5, 1, 4, 2, 3]
  const shown = await Promise.all(sizes.map((controls) => read(preview(controls))))
  expect(shown.map(({ requirements }) => requirements)).toEqual(sizes)
})

it('what cannot be read is refused in the language of who asks', async () => {
  const { read } = open()
  const upload = { kind: 'oscal' as const, catalogue: '{}' }
  const refused = read({ type: 'preview', upload, language: 'de' })
  await expect(refused).rejects.toMatchObject({ code: 'not-an-oscal-catalogue' })
})
