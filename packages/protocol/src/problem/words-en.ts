import type { ProblemWords } from './problem-words.ts'

/** In English. */
export const english: ProblemWords = {
  'bad-request': { title: 'Bad request', detail: 'The request could not be understood.' },
  'not-json': { title: 'Not JSON', detail: 'What was sent is not valid JSON. {reason}' },
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
  'too-costly': {
    title: 'File refused',
    detail: 'Reading the file takes more time or memory than is allowed. Please divide it.',
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
  'only-one-value': {
    title: 'Only one value',
    detail: 'This blank takes one value only.',
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
}
