import { readFileSync } from 'node:fs'

/** Clock ticks a second in /proc (USER_HZ, the same on every Linux). */
const ticks = 100

/** Seconds of processor time that a process has used. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // reason: the name, in brackets, may hold spaces; user and system time are fields 14 and 15
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticks
}

/** The most memory that a process has had, in bytes. */
export function peakMemoryOf(pid: number): number {
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (peak === undefined) throw new Error(`expected a peak of process ${pid}`)
  return Number(peak) * 1_024
}
