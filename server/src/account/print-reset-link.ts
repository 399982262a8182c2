import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { type Config, ConfigError } from '../config.ts'
import { openStore } from '../store/index.ts'
import { makeAuth, migrateAuth, resetLink, resetLinkHours } from './auth.ts'
import { readSecret } from './secret.ts'

/** The operator's way where no mail can be sent: prints a link, good once, to choose a new password. */
export async function printResetLink(config: Config, email: string): Promise<void> {
  const store = await openStore({ dataDir: config.dataDir, databaseUrl: config.databaseUrl ?? undefined })
  try {
    const secret = await readSecret(config)
    const log = pino({ level: 'silent' })
    const auth = makeAuth({ config, db: store.accounts, dialect: store.kind, secret, mail: null, log })
    await migrateAuth(auth)
    const { internalAdapter } = await auth.$context
    const found = await internalAdapter.findUserByEmail(email.toLowerCase())
    if (!found) throw new ConfigError(`Nobody has an account with the e-mail address “${email}”.`)
    const token = randomBytes(24).toString('base64url')
    await internalAdapter.createVerificationValue({
      identifier: `reset-password:${token}`,
      value: found.user.id,
      expiresAt: new Date(Date.now() + resetLinkHours * 3_600_000),
    })
    console.log(`${found.user.name} can choose a new password here within one hour, once:`)
    console.log(resetLink(config, token))
  } finally {
    await store.close()
  }
}
