import { chromiumAdvice, findChromium } from '../browser/chromium.ts'
import { installDebianPackage } from '../services/debian.ts'
import { findPostgresPrograms, postgresAdvice, reachPostgres } from '../services/postgres.ts'
import { canTrace, straceAdvice } from '../services/strace.ts'

/** Installs a browser, a tracer and a database for the tests where they are not at hand and the machine allows it. */
export const provideServices = async (): Promise<void> => {
  if (findChromium() === undefined && !(await installDebianPackage('chromium'))) {
    console.warn(`No Chromium: ${chromiumAdvice}`)
  }
  if (!canTrace() && !((await installDebianPackage('strace')) && canTrace()))
    console.warn(`No strace: ${straceAdvice}`)
  if ((await reachPostgres()) !== undefined || findPostgresPrograms() !== undefined) return
  if (!(await installDebianPackage('postgresql'))) console.warn(`No PostgreSQL: ${postgresAdvice}`)
}
