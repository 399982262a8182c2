import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
}

/** Sends letters; rejects where the mail server does not take them. */
export interface Mail {
  send(letter: Letter): Promise<void>
}

/** The configured mail server, or `null` where there is none. */
export function openMail(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): Mail | null {
  if (!config.smtpUrl) return null
  const transport = createTransport(config.smtpUrl, { from: config.mailFrom })
  return {
    async send(letter) {
      await transport.sendMail({ ...letter, disableFileAccess: true, disableUrlAccess: true })
    },
  }
}
