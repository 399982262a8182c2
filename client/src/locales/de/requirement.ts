import type { requirement as english } from '../en/requirement.ts'
import type { WordsOf } from '../words-of.ts'

export const requirement: WordsOf<typeof english> = {
  document: 'Dokument',
  outline: 'Gliederung',
  side: 'Kommentare, Standpunkte und Verlauf',
  card: 'Anforderung {{number}}',
  handle: 'Eingabetaste: schreiben. Pfeiltasten: weiter und zurück.',
  withdrawn: 'Zurückgezogen',
  verifiedBy: 'Nachweis: {{how}}',
  changeFields: 'Felder ändern',
  raisedBecause: 'Über das Grundniveau hinaus, weil {{why}}',
  notStated: 'Keine Angabe',
  notYet: {
    title: 'Dieses Projekt wird vorbereitet',
    invitedBy: '{{name}} hat Sie eingeladen. Sie sehen die Anforderungen, sobald ihre Phase beginnt.',
    waiting: 'Sie sehen die Anforderungen, sobald ihre Phase beginnt.',
  },
  field: {
    strength: 'Verbindlichkeit',
    addressee: 'Adressat',
    area: 'Bereich',
    level: 'Niveau',
    levelReason: 'Über das Grundniveau hinaus, weil',
    verification: 'Nachweis',
    source: 'Quelle',
  },
  toFill: {
    client: 'vom Auftraggeber auszufüllen',
    provider: 'vom Dienstleister auszufüllen',
    both: 'gemeinsam auszufüllen',
  },
  readOnly: {
    role: 'Ihre Rolle in diesem Projekt liest, sie schreibt nicht.',
    phase: 'Der Wortlaut lässt sich in dieser Phase nicht ändern.',
    party: 'Ihre Partei arbeitet nicht am Wortlaut mit.',
    withdrawn: 'Dies wurde zurückgezogen. Stellen Sie es wieder her, um es zu ändern.',
    observer: 'Beobachter lesen, sie schreiben nicht.',
    outdated: 'Diese Seite ist veraltet und zeigt nur an. Laden Sie sie neu, um zu schreiben.',
  },
  titlePlaceholder: 'Titel',
  text: 'Text',
  toolbar: {
    label: 'Formatierung',
    bold: 'Fett',
    italic: 'Kursiv',
    code: 'Code',
    link: 'Link',
    bulletList: 'Liste',
    orderedList: 'Nummerierte Liste',
    table: 'Tabelle',
    addRow: 'Zeile darunter einfügen',
    addColumn: 'Spalte rechts einfügen',
    deleteRow: 'Zeile löschen',
    deleteColumn: 'Spalte löschen',
    deleteTable: 'Tabelle löschen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
  },
  link: {
    address: 'Adresse',
    set: 'Link setzen',
    wrong: 'Bitte geben Sie eine Web- oder E-Mail-Adresse ein.',
  },
  closed: {
    title: 'Nicht verbunden',
    outdated: 'Diese Seite ist veraltet. Laden Sie sie neu, um fortzufahren.',
    'not-found': 'Diesen Text gibt es nicht mehr, oder Sie haben keinen Zugriff mehr darauf.',
    refused:
      'Der Server hat zu viele Änderungen dieser Seite nicht angenommen und nimmt keine weiteren entgegen. Laden Sie sie neu, um fortzufahren.',
    'frame-too-large':
      'Die Änderung war zu groß, um gesendet zu werden. Laden Sie die Seite neu, um fortzufahren.',
    other: 'Die Verbindung dieses Textes wurde beendet. Laden Sie die Seite neu, um fortzufahren.',
  },
  waiting: {
    title: 'Zurzeit nicht verbunden',
    'going-away':
      'Der Server startet neu. Dieser Text geht von selbst weiter; was Sie geschrieben haben, bleibt erhalten.',
    unavailable:
      'Der Server erreicht seinen Speicher zurzeit nicht. Dieser Text geht von selbst weiter, sobald es geht; was Sie geschrieben haben, bleibt erhalten.',
    'too-fast':
      'Es wurde mehr auf einmal geschrieben, als der Server annimmt. Es geht gleich von selbst weiter; was Sie geschrieben haben, bleibt erhalten.',
    'too-slow':
      'Die Verbindung ist zu langsam, um Schritt zu halten. Es geht von selbst weiter; was Sie geschrieben haben, bleibt erhalten.',
    busy: 'Sehr viele verbinden sich gerade gleichzeitig. Es geht gleich von selbst weiter; was Sie geschrieben haben, bleibt erhalten.',
    'too-many':
      'Dieser Text ist in zu vielen Fenstern offen. Schließen Sie einige davon; dann geht es von selbst weiter, und was Sie geschrieben haben, bleibt erhalten.',
  },
  kept: { title: 'Auf diesem Gerät behalten' },
  refused: {
    title: 'Nicht gespeichert',
    dismiss: 'Erledigt',
    insert: 'An der Schreibmarke einfügen',
    insertHint: 'Klicken Sie im Text an die Stelle, an die es gehört.',
    keepInThread: 'Als internen Kommentar behalten, nur {{name}}',
    keepHere: 'Auf diesem Gerät behalten',
    copyAll: 'Ganzen Text kopieren',
    comment: 'In den Text geschrieben und dort nicht angenommen:',
    'read-only':
      'Dieser Text konnte nicht geändert werden, als das ankam. Was Sie geschrieben haben, bleibt hier für Sie erhalten.',
    malformed:
      'Der Server konnte die Änderung nicht lesen. Was Sie geschrieben haben, bleibt hier für Sie erhalten.',
    'not-allowed':
      'Der Text enthielt etwas, das nicht angenommen wird. Was Sie geschrieben haben, bleibt hier für Sie erhalten.',
    'unsafe-content':
      'Der Text enthielt etwas, das nicht angenommen wird. Was Sie geschrieben haben, bleibt hier für Sie erhalten.',
    'too-large': 'Der Text würde zu lang. Was Sie geschrieben haben, bleibt hier für Sie erhalten.',
    'unknown-dependency':
      'Der Server kennt die Fassung nicht, auf der Sie geschrieben haben. Was Sie geschrieben haben, bleibt hier für Sie erhalten.',
    'client-id-taken':
      'Ihre Änderung traf auf die einer anderen Sitzung. Was Sie geschrieben haben, bleibt hier für Sie erhalten.',
    unstorable:
      'Der Server konnte die Änderung nicht speichern. Was Sie geschrieben haben, bleibt hier für Sie erhalten.',
    'outdated-schema':
      'Diese Seite ist veraltet. Kopieren Sie, was Sie geschrieben haben, und laden Sie die Seite neu.',
  },
}
