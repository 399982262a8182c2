import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const why = (environment: Record<string, string>, args: string[] = []) => {
  try {
    readConfig(environment, args)
    return null
  } catch (error) {
    return error instanceof ConfigError ? error.message : error
  }
}

describe('settings', () => {
  it('have defaults for a fresh machine', () => {
    const config = readConfig({}, [])
    expect(config).toMatchObject({
      port: 3000,
      databaseUrl: null,
      smtpUrl: null,
      publicUrl: 'http://localhost:3000',
      demo: false,
    })
    expect(config.dataDir).toMatch(/[\\/]data$/)
  })

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ CONNECTIONS_PER_SECOND: '0' }, 'CONNECTIONS_PER_SECOND'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ PUBLIC_URL: 'parley.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://example.org/parley' }, 'PUBLIC_URL'],
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'PUBLIC_URL'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET'],
    [{ REDIS_URL: 'redis://x' }, 'REDIS_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('that are wrong are named: %j', (environment, name) => {
    expect(why(environment)).toContain(name)
  })

  it('that are empty are as if not set', () => {
    expect(readConfig({ DATABASE_URL: '', SMTP_URL: '' }, []).databaseUrl).toBeNull()
  })

  it('of the demonstration keep it on its own computer, with its own data', () => {
    const config = readConfig({ HOST: '0.0.0.0' }, ['--demo'])
    expect(config.host).toBe('127.0.0.1')
    expect(config.dataDir).toMatch(/[\\/]demo$/)
    expect(why({ DATABASE_URL: 'postgres://x/y' }, ['--demo'])).toContain('DATABASE_URL')
  })
})
