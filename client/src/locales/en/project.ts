export const project = {
  clientWithProvider: '{{client}} with {{provider}}',
  pages: { document: 'Document', people: 'People', snapshots: 'Snapshots' },
  rename: { open: 'Rename …', title: 'Rename the project', name: 'Name of the project' },
  list: {
    title: 'Projects',
    create: 'New project',
    empty: 'No project yet',
    emptyText:
      'A project holds the security requirements of one outsourcing. Begin with a template, a catalogue or a table.',
    emptyInvited: 'You take part in no project. A link in an invitation brings you into one.',
    requirements_one: '{{count}} requirement',
    requirements_other: '{{count}} requirements',
  },
} as const
