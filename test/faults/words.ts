/** How often a word stands in what a document reads as. */
export const countWords = (xml: string, word: string): number =>
  xml
    .replaceAll(/<[^>]*>/g, ' ')
    .split(' ')
    .filter((each) => each === word).length
