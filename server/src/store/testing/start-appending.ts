import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { AppendingTask } from './appending-process.ts'

const script = fileURLToPath(new URL('./appending-process.ts', import.meta.url))

/** What an appending process acknowledged: the last `seq` of each text, and how the process ended. */
export interface Acknowledged {
  readonly seqs: ReadonlyMap<string, readonly number[]>
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
}

/** Runs a process that appends; it is killed with SIGKILL once it has acknowledged `killAfter` entries. */
export function startAppending(
  task: AppendingTask,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<Acknowledged> {
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const seqs = new Map<string, number[]>()
  let lines = 0
  createInterface(child.stdout).on('line', (line) => {
    const [text = '', seq] = line.split(' ')
    seqs.set(text, [...(seqs.get(text) ?? []), Number(seq)])
    lines += 1
    if (lines === killAfter) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ seqs, code, signal }))
  })
}
