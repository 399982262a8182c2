import { spawnSync } from 'node:child_process'

/** What to do where system calls cannot be traced. */
export const straceAdvice = 'install it (Debian: apt-get install strace), on Linux, and allow ptrace.'

/** Runs what follows it with the calls named traced into a file; the process is the one that it runs. */
export const straceInto = (file: string, calls: readonly string[]): readonly string[] => [
  ...['strace', '--daemonize', '--follow-forks', '--seccomp-bpf', '--quiet=all'],
  ...['--decode-fds=all', '--string-limit=10000', `--trace=${calls}`, '--output', file],
]

/** Whether this machine lets us trace the system calls of a program. */
export const canTrace = (): boolean => {
  const [program = '', ...args] = straceInto('/dev/null', ['write'])
  return spawnSync(program, [...args, process.execPath, '--version']).status === 0
}
