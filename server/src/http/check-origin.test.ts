import { expect, it } from 'vitest'
import { isOwnOrigin } from './check-origin.ts'

const config = { publicUrl: 'https://parley.example' }

it.each<[Record<string, string>, boolean]>([
  [{}, true],
  [{ origin: 'https://parley.example' }, true],
  [{ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
  [{ origin: 'https://evil.example', host: 'parley.example' }, false],
  [{ origin: 'null', host: 'parley.example' }, false],
  [{ origin: 'https://parley.example.evil.example', host: 'parley.example' }, false],
  // A development server in between: the browser itself says that the page is our own.
  [{ origin: 'http://localhost:5173', host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }, true],
  [{ origin: 'https://parley.example', 'sec-fetch-site': 'cross-site' }, false],
  [{ origin: 'https://other.parley.example', 'sec-fetch-site': 'same-site' }, false],
])('%j comes from our own pages or a program: %s', (headers, isOwn) => {
  expect(isOwnOrigin(config, new Headers(headers))).toBe(isOwn)
})
