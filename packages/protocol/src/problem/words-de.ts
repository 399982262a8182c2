import type { ProblemWords } from './problem-words.ts'

/** In German. */
export const german: ProblemWords = {
  'bad-request': { title: 'Anfrage nicht verständlich', detail: 'Die Anfrage war nicht zu verstehen.' },
  'not-json': { title: 'Kein JSON', detail: 'Der Inhalt ist kein gültiges JSON. {reason}' },
  'invalid-input': {
    title: 'Bitte prüfen Sie Ihre Eingaben',
    detail: 'Ein Teil der Angaben ist nicht wie erwartet.',
  },
  'not-signed-in': { title: 'Nicht angemeldet', detail: 'Bitte melden Sie sich zuerst an.' },
  'wrong-credentials': {
    title: 'Anmeldung fehlgeschlagen',
    detail: 'E-Mail-Adresse oder Passwort ist falsch.',
  },
  'forbidden-origin': {
    title: 'Herkunft nicht erlaubt',
    detail: 'Diese Seite darf keine Anfragen an diesen Server senden.',
  },
  'not-allowed': { title: 'Nicht erlaubt', detail: 'Ihre Rolle in diesem Projekt lässt das nicht zu.' },
  'wrong-phase': {
    title: 'Nicht in dieser Phase',
    detail: 'Das Projekt ist in einer Phase, in der das nicht möglich ist.',
  },
  'read-only': { title: 'Nur lesbar', detail: 'Dieser Text kann derzeit nicht geändert werden.' },
  'demo-only': {
    title: 'Nur in der Vorführung',
    detail: 'Das gibt es nur in der Vorführung auf diesem Rechner.',
  },
  'not-found': {
    title: 'Nicht gefunden',
    detail: 'Das gibt es nicht, oder Sie haben keinen Zugriff darauf.',
  },
  'method-not-allowed': {
    title: 'Methode nicht erlaubt',
    detail: 'Diese Adresse nimmt die Methode {method} nicht an.',
  },
  conflict: {
    title: 'Inzwischen geändert',
    detail: 'Jemand anderes hat dies inzwischen geändert. Bitte sehen Sie es sich noch einmal an.',
  },
  'content-changed': {
    title: 'Der Inhalt hat sich geändert',
    detail:
      'Die Anforderung hat sich geändert, seit Sie sie angesehen haben. Es wurde nichts gespeichert; bitte lesen Sie sie noch einmal.',
  },
  'already-set-up': {
    title: 'Schon eingerichtet',
    detail:
      'Diese Installation hat schon ein erstes Konto. Bitte melden Sie sich an oder bitten Sie um eine Einladung.',
  },
  'already-member': {
    title: 'Schon Mitglied',
    detail: 'Diese Person nimmt schon am Projekt teil. Jede Person kann nur einer Partei angehören.',
  },
  'last-lead': {
    title: 'Letzte Leitung',
    detail: 'Eine Partei braucht mindestens eine Leitung. Bestimmen Sie zuerst eine andere.',
  },
  'request-in-progress': {
    title: 'Wird schon ausgeführt',
    detail: 'Dieselbe Anfrage wird gerade ausgeführt. Bitte warten Sie einen Moment.',
  },
  'key-reused': {
    title: 'Schlüssel schon benutzt',
    detail: 'Dieser Idempotenzschlüssel gehört zu einer anderen Anfrage.',
  },
  'email-taken': {
    title: 'Konto vorhanden',
    detail:
      'Zu dieser E-Mail-Adresse gibt es schon ein Konto. Bitte melden Sie sich an und öffnen Sie die Einladung noch einmal.',
  },
  'invitation-not-valid': {
    title: 'Einladung ungültig',
    detail:
      'Diese Einladung ist falsch, abgelaufen, zurückgezogen oder schon benutzt. Bitte lassen Sie sich eine neue geben.',
  },
  'invitation-for-other-email': {
    title: 'Für jemand anderen',
    detail: 'Diese Einladung gilt für eine andere E-Mail-Adresse.',
  },
  'weak-password': {
    title: 'Passwort zu schwach',
    detail:
      'Bitte wählen Sie ein Passwort mit mindestens {minimum} Zeichen, das nicht leicht zu erraten ist.',
  },
  'too-large': { title: 'Zu groß', detail: 'Der Upload ist größer als die angenommenen {limit}.' },
  'too-many-requests': {
    title: 'Zu viele Anfragen',
    detail: 'Bitte warten Sie einen Moment und versuchen Sie es noch einmal.',
  },
  'not-an-oscal-catalogue': {
    title: 'Kein OSCAL-Katalog',
    detail: 'Die Datei ist kein OSCAL-Katalog in JSON: {reason}',
  },
  'catalogue-version': {
    title: 'OSCAL-Version nicht unterstützt',
    detail: 'Der Katalog hat die OSCAL-Version {version}; gelesen werden die Versionen 1.0 bis 1.2.',
  },
  'dangling-parameter': {
    title: 'Parameter fehlt',
    detail: 'Die Maßnahme {control} verweist auf den Parameter {parameter}, den der Katalog nicht definiert.',
  },
  'not-a-spreadsheet': {
    title: 'Keine Tabelle',
    detail: 'Die Datei war nicht als XLSX oder CSV lesbar: {reason}',
  },
  'too-many-rows': {
    title: 'Zu viele Zeilen',
    detail: 'Die Tabelle hat mehr als {limit} Zeilen. Bitte teilen Sie sie auf.',
  },
  'too-costly': {
    title: 'Datei abgelehnt',
    detail: 'Das Lesen der Datei braucht mehr Zeit oder Speicher als erlaubt. Bitte teilen Sie sie auf.',
  },
  'zip-bomb': {
    title: 'Datei abgelehnt',
    detail: 'Entpackt wäre die Datei größer als die angenommenen {limit}.',
  },
  'no-title-column': {
    title: 'Keine Spalte zum Lesen',
    detail: 'Bitte geben Sie an, welche Spalte den Titel oder den Text der Anforderung enthält.',
  },
  'not-a-number': { title: 'Keine Zahl', detail: 'Der Wert {value} ist keine Zahl.' },
  'not-a-choice': {
    title: 'Nicht zur Auswahl',
    detail: 'Der Wert {value} steht bei dieser Leerstelle nicht zur Auswahl.',
  },
  'only-one-value': {
    title: 'Nur ein Wert',
    detail: 'Diese Leerstelle nimmt nur einen Wert auf.',
  },
  'parameter-in-use': {
    title: 'Leerstelle in Gebrauch',
    detail: 'Die Leerstelle steht noch im Text. Entfernen Sie sie dort zuerst.',
  },
  'bad-content': {
    title: 'Inhalt nicht angenommen',
    detail: 'Der Text enthält etwas, das nicht angenommen wird: {reason}',
  },
  'quote-not-found': {
    title: 'Wörter nicht gefunden',
    detail: 'Die Wörter, zu denen dieser Kommentar gehört, stehen nicht im Text.',
  },
  'bad-move': {
    title: 'Dorthin nicht verschiebbar',
    detail:
      'Ein Abschnitt oder eine Anforderung kann nicht in sich selbst oder an einen Ort verschoben werden, den es nicht gibt.',
  },
  'not-agreed-yet': {
    title: 'Noch nicht vereinbart',
    detail: 'Nicht jeder Anforderung haben beide Parteien zugestimmt: {numbers}',
  },
  'provider-not-ready': {
    title: 'Dienstleister nicht bereit',
    detail: 'Von diesem Dienstleister hat noch niemand eine Einladung angenommen.',
  },
  'not-saving': {
    title: 'Derzeit nicht zu speichern',
    detail: 'Der Server kann derzeit nichts speichern. Bitte versuchen Sie es gleich noch einmal.',
  },
  internal: {
    title: 'Etwas ist schiefgegangen',
    detail:
      'Auf dem Server ist ein unerwarteter Fehler aufgetreten. Es wurde nichts geändert. Kennung: {reference}',
  },
}
