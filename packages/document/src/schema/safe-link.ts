import { limits } from './limits.ts'

const allowed = /^(?:https?:\/\/[^/?#]|mailto:.)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: reason: control characters are what is refused
const forbidden = /[\u0000-\u0020\u007f-\u00a0"<>\\^`{|}\u2028\u2029\ufeff]/

/** Whether a link may stand in a text: an absolute http, https or mailto address without blanks or control characters. */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > limits.href) return false
  return allowed.test(href) && !forbidden.test(href) && URL.canParse(href)
}
