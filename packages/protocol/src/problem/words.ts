import type { Language } from '@parley/model'
import type { ProblemCode } from './problem.ts'

interface Words {
  readonly title: string
  readonly detail: string
}

/** What a refused request is told; `{name}` is replaced by the fact of that name. */
export const problemWords: Readonly<Record<Language, Readonly<Record<ProblemCode, Words>>>> = {
  en: {
    'bad-request': { title: 'Bad request', detail: 'The request could not be understood.' },
    'not-json': { title: 'Not JSON', detail: 'The request body is not valid JSON: {reason}' },
    'invalid-input': {
      title: 'Please check your input',
      detail: 'Some of what was sent is not as expected.',
    },
    'not-signed-in': { title: 'Not signed in', detail: 'Please sign in first.' },
    'wrong-credentials': { title: 'Sign-in failed', detail: 'E-mail address or password is wrong.' },
    'forbidden-origin': {
      title: 'Origin not allowed',
      detail: 'This page may not send requests to this server.',
    },
    'not-allowed': { title: 'Not allowed', detail: 'Your role in this project does not permit this.' },
    'wrong-phase': {
      title: 'Not in this phase',
      detail: 'The project is in a phase in which this cannot be done.',
    },
    'read-only': { title: 'Read only', detail: 'This text cannot be changed at present.' },
    'demo-only': {
      title: 'Demonstration only',
      detail: 'This is available only in the demonstration on this computer.',
    },
    'not-found': { title: 'Not found', detail: 'This does not exist, or you have no access to it.' },
    'method-not-allowed': {
      title: 'Method not allowed',
      detail: 'This address does not accept the method {method}.',
    },
    conflict: {
      title: 'Changed in the meantime',
      detail: 'Somebody else changed this in the meantime. Please look at it again.',
    },
    'content-changed': {
      title: 'The content has changed',
      detail: 'The requirement has changed since you looked at it. Nothing was saved; please read it again.',
    },
    'already-set-up': {
      title: 'Already set up',
      detail: 'This installation already has its first account. Please sign in or ask for an invitation.',
    },
    'already-member': {
      title: 'Already a member',
      detail: 'This person already takes part in the project. One person can be in one party only.',
    },
    'last-lead': {
      title: 'Last lead',
      detail: 'A party needs at least one lead. Make somebody else lead first.',
    },
    'request-in-progress': {
      title: 'Already being done',
      detail: 'The same request is being carried out. Please wait a moment.',
    },
    'key-reused': {
      title: 'Key used for another request',
      detail: 'This idempotency key was used for a different request.',
    },
    'email-taken': {
      title: 'Account exists',
      detail:
        'There is already an account with this e-mail address. Please sign in and open the invitation again.',
    },
    'invitation-not-valid': {
      title: 'Invitation not valid',
      detail:
        'This invitation is wrong, has expired, was revoked or has already been used. Please ask for a new one.',
    },
    'invitation-for-other-email': {
      title: 'For somebody else',
      detail: 'This invitation is meant for another e-mail address.',
    },
    'weak-password': {
      title: 'Password too weak',
      detail: 'Please choose a password of at least {minimum} characters that is not easy to guess.',
    },
    'too-large': { title: 'Too large', detail: 'The upload is larger than the {limit} that are accepted.' },
    'too-many-requests': { title: 'Too many requests', detail: 'Please wait a moment and try again.' },
    'not-an-oscal-catalogue': {
      title: 'Not an OSCAL catalogue',
      detail: 'The file is not an OSCAL catalogue in JSON: {reason}',
    },
    'catalogue-version': {
      title: 'OSCAL version not supported',
      detail: 'The catalogue has OSCAL version {version}; versions 1.0 to 1.2 can be read.',
    },
    'dangling-parameter': {
      title: 'Parameter missing',
      detail: 'Control {control} refers to the parameter {parameter}, which the catalogue does not define.',
    },
    'not-a-spreadsheet': {
      title: 'Not a spreadsheet',
      detail: 'The file could not be read as XLSX or CSV: {reason}',
    },
    'too-many-rows': {
      title: 'Too many rows',
      detail: 'The table has more than {limit} rows. Please divide it.',
    },
    'zip-bomb': {
      title: 'File refused',
      detail: 'Unpacked, the file would be larger than the {limit} that are accepted.',
    },
    'no-title-column': {
      title: 'No column to read',
      detail: 'Please say which column holds the title or the statement.',
    },
    'not-a-number': { title: 'Not a number', detail: 'The value {value} is not a number.' },
    'not-a-choice': {
      title: 'Not one of the choices',
      detail: 'The value {value} is not one of the choices of this blank.',
    },
    'parameter-in-use': {
      title: 'Blank in use',
      detail: 'The blank still stands in the text. Remove it there first.',
    },
    'bad-content': {
      title: 'Content not accepted',
      detail: 'The text holds something that is not accepted: {reason}',
    },
    'quote-not-found': {
      title: 'Words not found',
      detail: 'The words this comment is about are not in the text.',
    },
    'bad-move': {
      title: 'Cannot be moved there',
      detail: 'A section or requirement cannot be moved into itself or to a place that does not exist.',
    },
    'not-agreed-yet': {
      title: 'Not agreed yet',
      detail: 'Not every requirement is agreed by both parties: {numbers}',
    },
    'provider-not-ready': {
      title: 'Provider not ready',
      detail: 'Nobody of this provider has accepted an invitation yet.',
    },
    'not-saving': {
      title: 'Cannot be saved at present',
      detail: 'The server cannot store anything at present. Please try again in a moment.',
    },
    internal: {
      title: 'Something went wrong',
      detail: 'The server met an unexpected error. Nothing was changed. Reference: {reference}',
    },
  },
  de: {
    'bad-request': { title: 'Anfrage nicht verständlich', detail: 'Die Anfrage war nicht zu verstehen.' },
    'not-json': { title: 'Kein JSON', detail: 'Der Inhalt der Anfrage ist kein gültiges JSON: {reason}' },
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
      detail:
        'Die Maßnahme {control} verweist auf den Parameter {parameter}, den der Katalog nicht definiert.',
    },
    'not-a-spreadsheet': {
      title: 'Keine Tabelle',
      detail: 'Die Datei war nicht als XLSX oder CSV lesbar: {reason}',
    },
    'too-many-rows': {
      title: 'Zu viele Zeilen',
      detail: 'Die Tabelle hat mehr als {limit} Zeilen. Bitte teilen Sie sie auf.',
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
  },
}
