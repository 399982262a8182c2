import { type Language, languageSchema } from '@parley/model'
import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { areas } from '../locales/areas.ts'

const stored = 'parley-language'

const load = {
  en: async () => (await import('../locales/en/index.ts')).en,
  de: async () => (await import('../locales/de/index.ts')).de,
} satisfies Record<Language, unknown>

/** All words of one language come in one chunk; the other language is not loaded until it is chosen. */
const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, area, done) => {
    load[languageSchema.catch('en').parse(language)]().then(
      (words) => done(null, words[area as keyof typeof words]),
      (error: unknown) => done(error instanceof Error ? error : String(error), null),
    )
  },
}

/** The language chosen before on this device, else the browser's first that we speak, else English. */
export function preferredLanguage(choice: string | null, browser: readonly string[]): Language {
  for (const candidate of [choice, ...browser]) {
    const parsed = languageSchema.safeParse(candidate?.slice(0, 2).toLowerCase())
    if (parsed.success) return parsed.data
  }
  return 'en'
}

/** Loads the words before anything is shown, and keeps `<html lang>` true. */
export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(readChoice(), navigator.languages),
      fallbackLng: false,
      load: 'languageOnly',
      ns: areas,
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: false, bindI18n: 'languageChanged' },
    })
}

/** Switches the language at once and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(stored, language)
  } catch {
    // reason: storage may be forbidden; the choice then lasts as long as the page
  }
  await i18next.changeLanguage(language)
}

/** The language in use. */
export const currentLanguage = (): Language => languageSchema.catch('en').parse(i18next.language)

function readChoice(): string | null {
  try {
    return localStorage.getItem(stored)
  } catch {
    return null
  }
}
