/** How the scan leaves its recursion; never gets out of `scanUpdate`. */
export class ScanError extends Error {
  readonly code: 'malformed' | 'not-allowed' | 'unknown-dependency' | 'too-large'

  constructor(code: ScanError['code']) {
    super(code)
    this.code = code
  }
}
