import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { collect } from './child.mjs'
import { root } from './places.mjs'
import { explain, say } from './say.mjs'

/**
 * Installs exactly what the lock file names; takes some hundredths of a second when nothing is missing.
 * @param {{ pnpm: string }} tools
 */
export const installPackages = async ({ pnpm }) => {
  if (!existsSync(join(root, 'node_modules'))) say('installing the packages named in pnpm-lock.yaml (once)')
  const { code, output } = await collect({
    command: pnpm,
    args: ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'],
    shell: process.platform === 'win32',
  })
  if (code !== 0) throw explain('Installing the packages', output)
}
