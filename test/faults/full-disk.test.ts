import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Parley, startParley } from '../browser/index.ts'
import { until } from '../services/wait.ts'
import { LiveClient } from './live-client.ts'
import { setUpProject } from './set-up-project.ts'
import { readStoredText } from './stored-text.ts'
import { countWords } from './words.ts'

/** A way to leave a running server without space for its database, and to give it back. */
interface Shortage {
  readonly name: string
  readonly isPossible: () => boolean
  /** Where the database is to lie, if not in the usual folder. */
  readonly makeFolder: () => string | undefined
  readonly begin: (parley: Parley) => void
  readonly end: (parley: Parley) => void
  readonly removeFolder: (folder: string) => void
}

const succeeds = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0

const mount = (folder: string) => ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder]
const ballast = (parley: Parley) => join(parley.dataFolder, 'ballast')

/** A file system of its own that another file fills: the database answers that the disk is full. */
const fullFileSystem: Shortage = {
  name: 'a full file system',
  isPossible() {
    const folder = mkdtempSync(join(tmpdir(), 'parley-mount-'))
    const isMounted = succeeds('mount', ...mount(folder))
    if (isMounted) execFileSync('umount', [folder])
    rmdirSync(folder)
    return isMounted
  },
  makeFolder() {
    const folder = mkdtempSync(join(tmpdir(), 'parley-full-'))
    execFileSync('mount', mount(folder))
    return folder
  },
  begin(parley) {
    const { bavail, bsize } = statfsSync(parley.dataFolder)
    writeFileSync(ballast(parley), Buffer.alloc(bavail * bsize))
  },
  end: (parley) => rmSync(ballast(parley)),
  removeFolder(folder) {
    execFileSync('umount', [folder])
    rmdirSync(folder)
  },
}

const limitFiles = (parley: Parley, bytes: string) =>
  execFileSync('prlimit', ['--pid', String(parley.pid()), `--fsize=${bytes}:unlimited`])

/** Files that may not grow, which needs no right of an administrator: the database answers that a write failed. */
const limitedFiles: Shortage = {
  name: 'files that may not grow',
  isPossible: () => succeeds('prlimit', '--fsize=unlimited:unlimited', 'true'),
  makeFolder: () => undefined,
  begin: (parley) => limitFiles(parley, '1024'),
  end: (parley) => limitFiles(parley, 'unlimited'),
  removeFolder: () => {},
}

for (const shortage of [fullFileSystem, limitedFiles]) {
  const isPossible = shortage.isPossible()
  if (!isPossible) console.warn(`Not shown, since this machine does not allow it: ${shortage.name}.`)

  it.runIf(isPossible)(
    `${shortage.name}: nothing is acknowledged, nothing lost, and it recovers by itself`,
    {
      timeout: 120_000,
    },
    async () => {
      const folder = shortage.makeFolder()
      try {
        await using parley = await startParley(folder === undefined ? {} : { env: { DATA_DIR: folder } })
        await runOutOfSpace(folder === undefined ? parley : { ...parley, dataFolder: folder }, shortage)
      } finally {
        if (folder !== undefined) shortage.removeFolder(folder)
      }
    },
  )
}

async function runOutOfSpace(parley: Parley, shortage: Shortage): Promise<void> {
  const { ann, texts } = await setUpProject(parley.url)
  const [one, other] = texts
  const join = async (text: typeof one) => {
    const client = new LiveClient({ url: parley.url, session: ann.session, text })
    await client.inStep()
    return client
  }
  const [stays, leaves] = await Promise.all([join(one), join(other)])
  stays.type('before')
  await stays.saved()
  shortage.begin(parley)
  // The log may have room left that it does not have to ask the disk for: until that is used up, words are stored.
  const filled = fillUp(stays)
  await stays.until('it was told', () => !stays.isSaving)
  leaves.type('last')
  await leaves.until('it was told', () => !leaves.isSaving)
  await filled
  const unsaved = stays.typed.length - stays.acknowledged.length
  expect([unsaved > 0, leaves.acknowledged]).toEqual([true, []])
  const stored = await readStoredText({ folder: parley.dataFolder }, one)
  expect(stays.acknowledged.filter((word) => countWords(stored.words, word) !== 1)).toEqual([])
  leaves.drop()
  shortage.end(parley)
  await stays.saved()
  await stays.until('it was told', () => stays.isSaving)
  const words = async (text: typeof one) => (await readStoredText({ folder: parley.dataFolder }, text)).words
  await until('the last words are stored', async () => countWords(await words(other), 'last') === 1)
  const all = await words(one)
  expect(stays.typed.filter(({ word }) => countWords(all, word) !== 1)).toEqual([])
  const told = [...stays.told, ...leaves.told]
  expect(told.filter(({ type }) => type === 'rejected')).toEqual([])
  stays.drop()
}

/** Types words, one when the other is acknowledged, until nothing is saved any more. */
async function fillUp(client: LiveClient): Promise<void> {
  for (let number = 0; client.isSaving; number++) {
    // Long ones, so that the room is soon used up.
    client.type(`fill${number}-${'x'.repeat(8_000)}`)
    await client.until(
      'it was saved or not',
      () => !client.isSaving || client.acknowledged.length === client.typed.length,
    )
  }
}
