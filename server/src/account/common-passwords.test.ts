import { expect, it } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'

it.each([
  'password1234',
  'Passwort2026!',
  'qwertzuiop12',
  'passwordpassword',
  'aaaaaaaaaaaaaa',
  'abcabcabcabc',
  '123456789012',
  '210987654321',
  'Sommer-2026-Winter',
  'letmein!letmein!',
])('%s is tried first', (password) => expect(isCommonPassword(password)).toBe(true))

it.each(['correct horse battery', 'Grüne Äpfel fallen 7mal', 'x7!kQ-92mmLp', 'summer rain on tin'])(
  '%s is not',
  (password) => expect(isCommonPassword(password)).toBe(false),
)
