import type { problem as english } from '../en/problem.ts'
import type { WordsOf } from '../words-of.ts'

export const problem: WordsOf<typeof english> = {
  offline: 'Der Server ist nicht erreichbar. Ihre Eingaben sind noch da; bitte versuchen Sie es erneut.',
  unexpected:
    'Der Server hat anders geantwortet, als diese Seite es versteht. Bitte laden Sie die Seite neu.',
  server:
    'Der Server konnte das gerade nicht ausführen (Fehler {{status}}). Ihre Eingaben sind noch da; bitte versuchen Sie es erneut.',
  tooLarge: 'Die Datei ist größer als {{megabytes}} MB.',
}
