import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultLimits } from '@parley/rooms'
import { z } from 'zod'

/** Where the repository lies; relative folders are resolved against it. */
const root = fileURLToPath(new URL('../..', import.meta.url))

/** What this process was told, validated. */
export interface Config {
  readonly port: number
  /** The interface to listen on; loopback only in the demonstration. */
  readonly host: string
  /** Absolute folder of the embedded database and of the generated secret. */
  readonly dataDir: string
  /** `postgres://…`, or `null` for SQLite in `dataDir`. */
  readonly databaseUrl: string | null
  /** Origin under which browsers reach this server, without a trailing slash. */
  readonly publicUrl: string
  /** Whether `publicUrl` was set; otherwise it is a guess, and links rather name the host that was asked. */
  readonly publicUrlGiven: boolean
  readonly smtpUrl: string | null
  /** Sender of mails. */
  readonly mailFrom: string
  /** Signs session cookies; `null` where it is to be generated and kept in `dataDir`. */
  readonly authSecret: string | null
  /** Live connections that may begin in a second, in the long run. */
  readonly connectionsPerSecond: number
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  readonly demo: boolean
  /** Update frames that one session of a text may send a second, on average; ten times as many at once. */
  readonly updatesPerSecond: number
  /** Folder of the built client. */
  readonly clientDir: string
}

/** A setting that cannot be used, worded for the operator. */
export class ConfigError extends Error {}

const originOf = (value: string) => new URL(value).origin
const url = (...protocols: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(3000),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  PUBLIC_URL: url('http:', 'https:')
    .refine((value) => !URL.canParse(value) || new URL(value).pathname === '/', {
      error: 'must not have a path: Parley is served at the root of its host',
    })
    .optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().min(3).optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  CONNECTIONS_PER_SECOND: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a number from 1 to 99999')
    .transform(Number)
    .default(100),
  UPDATES_PER_SECOND: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'must be a number from 1 to 999999')
    .transform(Number)
    .default(defaultLimits.updatesPerSecond),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** Reads the settings from the environment and the command line; throws `ConfigError` that names what is wrong. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`These settings cannot be used:\n${lines.join('\n')}`)
  }
  const set = parsed.data
  const demo = args.includes('--demo')
  if (set.REDIS_URL) {
    throw new ConfigError(
      'REDIS_URL is set, but several servers cannot work together yet: run one without it.',
    )
  }
  if (demo && set.DATABASE_URL) {
    throw new ConfigError('The demonstration keeps its own data: start it without DATABASE_URL.')
  }
  if (set.SMTP_URL && !set.PUBLIC_URL) {
    throw new ConfigError(
      'SMTP_URL is set without PUBLIC_URL: mails must know the address their links lead to.',
    )
  }
  const dataDir = isAbsolute(set.DATA_DIR) ? set.DATA_DIR : resolve(root, set.DATA_DIR)
  return {
    port: set.PORT,
    host: demo ? '127.0.0.1' : (set.HOST ?? '0.0.0.0'),
    dataDir: demo ? join(dataDir, 'demo') : dataDir,
    databaseUrl: set.DATABASE_URL ?? null,
    publicUrl: originOf(set.PUBLIC_URL ?? `http://localhost:${set.PORT}`),
    publicUrlGiven: set.PUBLIC_URL !== undefined,
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM ?? `Parley <parley@${new URL(set.PUBLIC_URL ?? 'http://localhost').hostname}>`,
    authSecret: set.AUTH_SECRET ?? null,
    connectionsPerSecond: set.CONNECTIONS_PER_SECOND,
    logLevel: set.LOG_LEVEL,
    demo,
    updatesPerSecond: set.UPDATES_PER_SECOND,
    clientDir: join(root, 'client', 'dist'),
  }
}
