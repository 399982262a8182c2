/** Words without what a text may not hold: U+0000 is dropped, lone surrogates become U+FFFD. */
export const forStorage = (words: string) => words.replaceAll('\u0000', '').toWellFormed()
