import type { people as english } from '../en/people.ts'
import type { WordsOf } from '../words-of.ts'

export const people: WordsOf<typeof english> = {
  title: 'Personen und Parteien',
  lead: {
    specify:
      'Eingeladene Dienstleister sehen nur den Namen des Projekts und wer sie eingeladen hat, bis Sie mit einem von ihnen die Verfeinerung beginnen.',
    bid: 'Bieter erfahren nichts voneinander.',
    refine: 'Mitglieder beider Parteien sehen das Dokument, gemeinsame Kommentare und Positionen.',
    implement: 'Mitglieder beider Parteien sehen das Dokument, gemeinsame Kommentare und Positionen.',
    agreed: 'Der vereinbarte Stand ist versiegelt; beide Parteien können ihn lesen.',
  },
  self: '{{name}} (Sie)',
  selected: 'verfeinert mit dem Auftraggeber',
  nobody: 'Noch niemand ist eingeladen.',
  lastLead: 'Eine Partei braucht mindestens eine Leitung.',
  functionOf: 'Funktion von {{name}}',
  roleOf: 'Rolle von {{name}}',
  actionsFor: 'Mehr zu {{name}}',
  remove: {
    open: 'Entfernen …',
    title: '{{name}} entfernen?',
    text: 'Die Person verliert sofort den Zugang. Was sie geschrieben hat, bleibt mit ihrem Namen erhalten.',
    self: 'Sie verlieren sofort den Zugang zu diesem Projekt. Was Sie geschrieben haben, bleibt mit Ihrem Namen erhalten.',
  },
  invitation: {
    anybody: 'Alle, die den Link haben',
    pending: 'Eingeladen von {{name}}, läuft {{when}} ab',
    over: 'Eingeladen von {{name}}, abgelaufen',
    revoke: 'Zurückziehen',
    revokeOf: 'Einladung für {{whom}} zurückziehen',
  },
  invite: {
    open: 'Einladen',
    title: 'Person einladen',
    into: 'Partei',
    newProvider: 'Ein neuer Dienstleister …',
    organisation: 'Organisation des Dienstleisters',
    email: 'E-Mail-Adresse (freiwillig)',
    emailHint:
      'Nur diese Adresse kann annehmen. Ohne Adresse kann es einmalig jede Person, die den Link hat.',
    function: 'Funktion',
    role: 'Rolle',
    action: 'Einladung erstellen',
  },
  invited: {
    title: 'Die Einladung ist bereit',
    mailed: 'Sie wurde an {{email}} gesendet. Sie können den Link auch selbst übergeben:',
    handOver: 'Bitte übergeben Sie diesen Link selbst. Er wird nur jetzt angezeigt.',
    link: 'Link',
    expires: 'Er kann einmal benutzt werden, bis {{date}}.',
    another: 'Weitere Person einladen',
  },
  start: {
    open: 'Verfeinerung beginnen …',
    openWith: 'Verfeinerung mit {{name}} beginnen',
    title: 'Gemeinsame Verfeinerung beginnen?',
    which: 'Mit welchem Dienstleister?',
    opens: '{{name}} sieht ab jetzt das ganze Dokument und bearbeitet es mit Ihnen.',
    snapshot: 'Das Dokument wird, wie es jetzt ist, als Stand festgehalten.',
    private: 'Ihre internen Kommentare bleiben intern.',
    others: 'Andere Dienstleister sehen weiterhin nichts.',
    nobodyYet: 'Von {{name}} hat noch niemand eine Einladung angenommen.',
  },
}
