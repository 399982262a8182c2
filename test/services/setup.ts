import { findPostgresPrograms, postgresAdvice, reachPostgres, startPostgres } from './postgres.ts'

/**
 * Before the tests: makes DATABASE_URL name a PostgreSQL in which they may create databases, a private one where
 * none runs. Where none can be had DATABASE_URL stays unset, and suites that need it skip themselves.
 */
export default async (): Promise<(() => Promise<void>) | undefined> => {
  const running = await reachPostgres()
  if (running !== undefined) {
    process.env.DATABASE_URL = running
    return undefined
  }
  if (process.env.DATABASE_URL !== undefined) {
    throw new Error(
      'DATABASE_URL names a PostgreSQL that does not answer, or in which databases may not be created.',
    )
  }
  const programs = findPostgresPrograms()
  if (programs === undefined) {
    console.warn(`No PostgreSQL, so the suites that need one are skipped: ${postgresAdvice}`)
    return undefined
  }
  console.log(`starting a private PostgreSQL from ${programs}`)
  const { url, stop } = await startPostgres(programs)
  process.env.DATABASE_URL = url
  return async () => {
    delete process.env.DATABASE_URL
    await stop()
  }
}
