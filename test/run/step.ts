import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The root folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What one step of the check found; `notes` says in words what was skipped and why. */
export type Outcome = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly notes: readonly string[]
}

/** A named part of the check. */
export type Step = { readonly name: string; readonly run: () => Promise<Outcome> }

/** The outcome of a step that either holds or does not. */
export const verdict = (holds: boolean): Outcome => ({
  passed: holds ? 1 : 0,
  failed: holds ? 0 : 1,
  skipped: 0,
  notes: [],
})

/** Two outcomes as one. */
export const add = (a: Outcome, b: Outcome): Outcome => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  notes: [...a.notes, ...b.notes],
})

/** Runs a program from the root folder on this terminal and answers its exit code; no code (a signal) counts as 1. */
export const runProgram = (command: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })

/** Runs a program from the root folder, shows what it wrote only where it failed, and answers whether it succeeded. */
export const runQuietly = (command: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(chunks))
      resolve(code === 0)
    })
  })
