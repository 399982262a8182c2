import { readFileSync } from 'node:fs'
import type { Typed } from './live-client.ts'

/** The system calls that are looked at. */
export const tracedCalls = [
  ...['pwrite64', 'fsync', 'fdatasync'],
  ...['write', 'writev', 'sendto', 'sendmsg'],
] as const

/** What a system call did for durability: its moment is when a sync ended, but when anything was begun to be written. */
type Step =
  | { readonly type: 'logged'; readonly data: string }
  | { readonly type: 'synced' }
  | { readonly type: 'sent'; readonly data: string }

/** Reads what strace wrote: writes to the write-ahead log, syncs of it, and what went into sockets, in order. */
export function readTrace(file: string): readonly Step[] {
  const steps: Step[] = []
  /** Processes whose sync of the log has begun and not ended. */
  const syncing = new Set<string>()
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const [, process = '', call = '', rest = ''] = /^(\d+) +(?:<\.\.\. )?(\w+)(.*)$/.exec(line) ?? []
    const isLog = /^\(\d+<[^>]*parley\.db-wal>/.test(rest)
    if (call === 'pwrite64' && isLog) steps.push({ type: 'logged', data: rest })
    if (/^(fsync|fdatasync)$/.test(call)) {
      if (isLog) syncing.add(process)
      if (/\) += 0$/.test(line) && syncing.delete(process)) steps.push({ type: 'synced' })
    }
    if (/^\(\d+<TCP/.test(rest)) steps.push({ type: 'sent', data: rest })
  }
  return steps
}

/** The words that somebody was told of, in an acknowledgement or as text, before the log that holds them was synced. */
export function toldTooEarly(steps: readonly Step[], typed: readonly Typed[]): readonly string[] {
  const isTold = (data: string, { word, frame }: Typed): boolean =>
    data.includes(word) || Number(/\{\\"frames\\":(\d+)\}/.exec(data)?.[1]) >= frame
  return typed
    .filter((each) => {
      const logged = steps.findIndex((step) => step.type === 'logged' && step.data.includes(each.word))
      const synced = steps.findIndex(({ type }, at) => type === 'synced' && at > logged)
      const told = steps.findIndex((step) => step.type === 'sent' && isTold(step.data, each))
      if (told < 0) throw new Error(`expected that somebody was told of ${each.word}`)
      return logged < 0 || synced < 0 || told < synced
    })
    .map(({ word }) => word)
}
