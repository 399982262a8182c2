import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const options = ['-y', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']

/**
 * Installs a package of the distribution where this is Debian (or made from it) and we are root; answers whether
 * it is there afterwards. The package's own services are not started.
 */
export const installDebianPackage = async (name: string): Promise<boolean> => {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  console.log(`installing Debian's package ${name} with apt-get`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const aptGet = (...args: readonly string[]): string =>
    execFileSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    aptGet('update', ...options)
    aptGet('install', '--no-install-recommends', ...options, name)
  } catch (error) {
    console.warn(error instanceof Error ? error.message : String(error))
    return false
  }
  return spawnSync('dpkg', ['-s', name]).status === 0
}
