import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type When = string | Date

/** Dates, times, numbers and lists in a language; times are ISO 8601 UTC strings and shown in the reader's zone. */
export function formatsFor(language: string) {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' })
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
  const both = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const number = new Intl.NumberFormat(language)
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const inWords = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const collator = new Intl.Collator(language, { numeric: true })
  return {
    date: (when: When) => date.format(new Date(when)),
    time: (when: When) => time.format(new Date(when)),
    dateTime: (when: When) => both.format(new Date(when)),
    /** The time of day for today, else the day, with the year where it is another. */
    short: (when: When, now = new Date()) => {
      const then = new Date(when)
      if (then.toDateString() === now.toDateString()) return time.format(then)
      return (then.getFullYear() === now.getFullYear() ? day : date).format(then)
    },
    /** "in 3 days", "yesterday". */
    relative: (when: When, now = new Date()) => {
      const hours = (new Date(when).getTime() - now.getTime()) / 3_600_000
      return Math.abs(hours) < 24
        ? inWords.format(Math.round(hours), 'hour')
        : inWords.format(Math.round(hours / 24), 'day')
    },
    number: (value: number) => number.format(value),
    list: (values: readonly string[]) => list.format(values),
    compare: collator.compare,
  }
}

/** The language with the reader's own region, e.g. English as in Ireland; British where the browser names none. */
export function regional(language: string, browser: readonly string[]): string {
  const own = browser.find((one) => one.toLowerCase().startsWith(`${language}-`))
  return own ?? (language === 'en' ? 'en-GB' : language)
}

/** The formats of the language in use. */
export function useFormats() {
  const { i18n } = useTranslation()
  return useMemo(() => formatsFor(regional(i18n.language, navigator.languages)), [i18n.language])
}
