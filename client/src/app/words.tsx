import i18next, { type FlatNamespace, type TFunction } from 'i18next'
import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'

const LanguageContext = createContext('')

/** Gives the language to everything below. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation()
  return <LanguageContext value={i18n.language}>{children}</LanguageContext>
}

type Areas = FlatNamespace | readonly [FlatNamespace, ...FlatNamespace[]]

/**
 * The words of an area, for what a page shows by the thousand: there `useTranslation`, and looking the same word up again
 * each time, cost more than everything else.
 */
export function useWords<const Own extends Areas>(areas: Own): TFunction<Own> {
  const language = useContext(LanguageContext)
  const name = `${language} ${String(areas)}`
  const words = known.get(name) ?? remember(i18next.getFixedT(language, areas) as unknown as Look)
  known.set(name, words)
  // reason: they were made for these areas
  return words as unknown as TFunction<Own>
}

/** What looks up words, without the types of the keys that each area has. */
type Look = (key: string, options?: object) => string

const known = new Map<string, Look>()

/** Words that depend on nothing but their key are looked up once. */
function remember(look: Look): Look {
  const found = new Map<string, string>()
  return (key, options) => {
    if (options) return look(key, options)
    const word = found.get(key) ?? look(key)
    found.set(key, word)
    return word
  }
}
