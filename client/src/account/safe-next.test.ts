import { describe, expect, it } from 'vitest'
import { safeNext } from './safe-next.ts'

describe('safeNext', () => {
  it.each(['/', '/projects/abc', '/invitation/t?x=1#y'])('goes to %s', (next) =>
    expect(safeNext(next)).toBe(next),
  )

  it.each([
    null,
    '',
    'https://evil.example/',
    '//evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ])('never leaves the application for %j', (next) => expect(safeNext(next)).toBe('/'))
})
