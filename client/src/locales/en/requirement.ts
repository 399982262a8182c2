export const requirement = {
  document: 'Document',
  outline: 'Outline',
  side: 'Threads, positions and history',
  card: 'Requirement {{number}}',
  withdrawn: 'Withdrawn',
  verifiedBy: 'Verified by: {{how}}',
  notYet: {
    title: 'This project is being prepared',
    invitedBy: '{{name}} invited you. You will see the requirements when their phase begins.',
    waiting: 'You will see the requirements when their phase begins.',
  },
  toFill: { client: 'client to fill', provider: 'provider to fill', both: 'both to fill' },
  readOnly: {
    role: 'Your role in this project reads; it does not write.',
    phase: 'The wording cannot be changed in this phase.',
    party: 'Your party does not take part in the wording.',
    withdrawn: 'This has been withdrawn. Restore it to change it.',
    observer: 'Observers read; they do not write.',
  },
} as const
