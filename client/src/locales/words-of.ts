/** The same keys with words of another language: a translation that lacks a key does not compile. */
export type WordsOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : WordsOf<T[K]> }
