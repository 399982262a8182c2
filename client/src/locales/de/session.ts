import type { session as english } from '../en/session.ts'
import type { WordsOf } from '../words-of.ts'

export const session: WordsOf<typeof english> = {
  saved: 'Gespeichert',
  saving: 'Wird gespeichert …',
  offline: 'Offline',
  'not-saving': 'Wird nicht gespeichert',
  refused: 'Nicht angenommen',
  ended: 'Verbindung beendet',
  meaning: {
    saved: 'Alles ist auf dem Server gespeichert.',
    saving: 'Die letzten Wörter sind auf dem Weg zum Server.',
    offline:
      'Es gibt keine Verbindung. Was Sie schreiben, bleibt in dieser Seite und wird gesendet, sobald die Verbindung wieder steht.',
    'not-saving':
      'Der Server kann derzeit nichts speichern. Was Sie schreiben, bleibt erhalten und wird gespeichert, sobald es geht.',
    refused: 'Der Server hat etwas nicht angenommen, das Sie geschrieben haben. Es steht neben dem Text.',
    ended:
      'Der Server hat die Verbindung dieser Seite beendet, sie ist wahrscheinlich veraltet. Laden Sie sie neu; kopieren Sie vorher, was er nicht angenommen hat.',
  },
}
