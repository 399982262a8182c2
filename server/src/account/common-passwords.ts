/** Words that passwords are most often made of, English and German (after the public lists of leaked passwords). */
const words = new Set(
  `password passwort passw0rd p4ssword p@ssword qwerty qwertz qwertyuiop qwertzuiop asdfghjkl yxcvbnm zxcvbnm
  welcome willkommen letmein iloveyou ichliebedich changeme geheim secret admin administrator root master
  dragon monkey sunshine princess football baseball superman batman trustno login hallo hello servus schatz
  sommer winter fruehling herbst frühling summer spring autumn monday freedom whatever starwars pokemon
  michael jordan jennifer thomas michelle daniel berlin hamburg münchen muenchen schalke bayern dortmund
  abc abcdef abcdefgh abcdefghijkl parley test testtest temp guest user computer internet sicherheit security`
    .split(/\s+/)
    .filter(Boolean),
)

const runs = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
]

/**
 * Whether a password is one of those tried first: a common word with digits or signs around it, the same piece over and
 * over, or a run along the alphabet or the keyboard.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return words.has(core) || isRepeated(core) || isRepeated(plain) || isRun(plain) || madeOfWords(core)
}

/** "abcabcabc", "aaaaaaaaaaaa", "passwordpassword". */
const isRepeated = (text: string) => /^(.{1,8})\1+.?$/u.test(text)

const isRun = (text: string) => {
  const backwards = [...text].reverse().join('')
  return runs.some((run) => run.includes(text) || run.includes(backwards))
}

/** Nothing but two common words, with or without digits and signs between them. */
const madeOfWords = (text: string) => {
  const parts = text.split(/[^\p{L}]+/u).filter(Boolean)
  return parts.length > 0 && parts.length <= 2 && parts.every((part) => words.has(part))
}
