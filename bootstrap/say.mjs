import { stripVTControlCharacters } from 'node:util'

/** Tells in one line what happens now. Goes to stderr, so that a program's own output stays clean. */
export const say = (/** @type {string} */ line) => process.stderr.write(`parley: ${line}\n`)

/** A failure that the reader can do something about: shown as words, without a stack. */
export class SetupError extends Error {}

const causes = [
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|dns error|error sending request/i,
    words:
      'The package registry cannot be reached. The first start needs the network once; behind a proxy, set HTTPS_PROXY.',
  },
  { pattern: /ENOSPC/, words: 'The disk is full.' },
  {
    pattern: /EACCES|EPERM|EROFS|permission denied/i,
    words: 'This folder, or npm’s cache, cannot be written by this user.',
  },
  {
    pattern: /CERT|certificate/,
    words:
      'The registry’s certificate is not trusted here; NODE_EXTRA_CA_CERTS can name the authority to trust.',
  },
]

/**
 * Turns the output of a failed installer into an error that names the cause where it is a known one.
 * @param {string} what
 * @param {string} output
 */
export const explain = (what, output) => {
  const known = causes.find(({ pattern }) => pattern.test(output))
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(npm error )?\s+at |^npm notice/.test(line))
  const tail = lines.slice(-15).join('\n')
  return new SetupError(`${what} failed.${known ? ` ${known.words}` : ''}\n${tail}`)
}
