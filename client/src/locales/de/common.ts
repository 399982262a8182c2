import type { common as english } from '../en/common.ts'
import type { WordsOf } from '../words-of.ts'

export const common: WordsOf<typeof english> = {
  skipToContent: 'Zum Inhalt springen',
  loading: 'Wird geladen …',
  cancel: 'Abbrechen',
  save: 'Speichern',
  close: 'Schließen',
  back: 'Zurück',
  next: 'Weiter',
  remove: 'Entfernen',
  retry: 'Erneut versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  required: 'Bitte füllen Sie dieses Feld aus.',
  badEmail: 'Bitte geben Sie eine E-Mail-Adresse ein, etwa name@example.org.',
  shortPassword: 'Bitte wählen Sie mindestens {{minimum}} Zeichen.',
  you: 'Sie',
  home: 'Parley, zu den Projekten',
  menu: {
    open: 'Konto von {{name}}',
    anonymous: 'Sprache und Darstellung',
    account: 'Konto',
    language: 'Sprache',
    appearance: 'Darstellung',
    signOut: 'Abmelden',
  },
  appearance: { auto: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  audience: {
    shared: 'Gemeinsam: {{names}}',
    only: 'Nur {{name}}',
  },
  presence: '{{party}}: {{names}}',
  phaseBar: {
    label: 'Phasen des Projekts',
    done: 'abgeschlossen',
    current: 'aktuelle Phase',
    later: 'noch nicht erreicht',
  },
  projectMenu: 'Seiten dieses Projekts',
  error: {
    title: 'Etwas ist schiefgegangen',
    text: 'Die Seite konnte nicht angezeigt werden. Was gespeichert war, ist sicher.',
    reload: 'Seite neu laden',
    details: 'Angaben für den Support',
    newVersion: 'Eine neue Version von Parley wurde installiert. Bitte laden Sie die Seite neu.',
  },
  notFound: {
    title: 'Hier ist nichts',
    text: 'Die Seite gibt es nicht, oder Sie haben keinen Zugang. Wenn Sie eingeladen wurden, fragen Sie die Person, die Sie eingeladen hat.',
    home: 'Zu Ihren Projekten',
  },
}
