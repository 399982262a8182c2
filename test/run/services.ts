import { chromiumAdvice, findChromium } from '../browser/chromium.ts'
import { installDebianPackage } from '../services/debian.ts'
import { findPostgresPrograms, postgresAdvice, reachPostgres } from '../services/postgres.ts'

/** Installs a browser and a database for the tests where neither is at hand and the machine allows it. */
export const provideServices = async (): Promise<void> => {
  if (findChromium() === undefined && !(await installDebianPackage('chromium'))) {
    console.warn(`No Chromium: ${chromiumAdvice}`)
  }
  if ((await reachPostgres()) !== undefined || findPostgresPrograms() !== undefined) return
  if (!(await installDebianPackage('postgresql'))) console.warn(`No PostgreSQL: ${postgresAdvice}`)
}
