import { IconCamera, IconFileText, IconUsers } from '@tabler/icons-react'

/** The pages of a project in its menu; one that does not exist yet is not listed. */
export const projectPages = [
  { to: '', label: 'document', icon: IconFileText, needsDocument: true },
  { to: '/snapshots', label: 'snapshots', icon: IconCamera, needsDocument: true },
  { to: '/people', label: 'people', icon: IconUsers, needsDocument: false },
] as const
