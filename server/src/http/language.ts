import { type Language, languages } from '@parley/model'

/** The first language of an `Accept-Language` header that is spoken here, by weight; English where none is. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { language: tag.split('-')[0], weight: weight ? Number(weight.trim().slice(2)) || 0 : 1 }
    })
    .sort((left, right) => right.weight - left.weight)
  for (const { language, weight } of wanted) {
    const spoken = languages.find((one) => one === language)
    if (spoken && weight > 0) return spoken
  }
  return 'en'
}
