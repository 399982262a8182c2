export const project = {
  clientWithProvider: '{{client}} with {{provider}}',
  pages: { people: 'People', document: 'Document', snapshots: 'Snapshots' },
} as const
