/** The cache key of the signed-in person. */
export const meKey = ['me'] as const

/** The cache keys of everything that belongs to a project start with this. */
export const projectKey = (project: string) => ['project', project] as const
