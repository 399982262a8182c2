/** How a number is shown in a cell, as far as the words of a requirement depend on it. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'date' }
  | { readonly kind: 'fixed'; readonly decimals: number; readonly percent: boolean }

export const general: NumberFormat = { kind: 'general' }

/** Formats that have an id but no code of their own (ECMA-376 part 1, 18.8.30). */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
    return { kind: 'date' }
  }
  switch (id) {
    case 1:
      return { kind: 'fixed', decimals: 0, percent: false }
    case 2:
      return { kind: 'fixed', decimals: 2, percent: false }
    case 9:
      return { kind: 'fixed', decimals: 0, percent: true }
    case 10:
      return { kind: 'fixed', decimals: 2, percent: true }
    default:
      return general
  }
}

/** What a format code such as `0.0%` or `dd.mm.yyyy` means. */
export function formatOfCode(code: string): NumberFormat {
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '')
    .split(';')[0]
  if (bare === undefined) return general
  const fixed = /^0(?:\.(0+))? ?(%?)$/.exec(bare.trim())
  if (fixed) return { kind: 'fixed', decimals: (fixed[1] ?? '').length, percent: fixed[2] === '%' }
  return /[dmyhs]/i.test(bare) ? { kind: 'date' } : general
}

const day = 86_400_000

/** A number as the cell's words. Dates count days from the end of 1899, or of 1903 (ECMA-376 part 1, 18.17.4.1). */
export function formatNumber(value: number, format: NumberFormat, from1904: boolean): string {
  switch (format.kind) {
    case 'general':
      // Fifteen digits are all that Excel keeps: 0.1 + 0.2 is 0.3 there.
      return String(Number(value.toPrecision(15)))
    case 'fixed':
      return format.percent
        ? `${(value * 100).toFixed(format.decimals)} %`
        : value.toFixed(Math.min(format.decimals, 20))
    case 'date':
      return formatDate(from1904 ? value + 1462 : value)
    default:
      return format satisfies never
  }
}

function formatDate(days: number): string {
  // 1900 is a leap year to spreadsheets: days before March 1900 are one off.
  const since1899 = days < 60 ? days + 1 : days
  const time = new Date(Math.round((since1899 * day) / 1000) * 1000 + Date.UTC(1899, 11, 30))
  if (Number.isNaN(time.getTime())) return String(days)
  const [date = '', clock = ''] = time.toISOString().slice(0, 19).split('T')
  if (days < 1) return clock
  return clock === '00:00:00' ? date : `${date} ${clock}`
}
