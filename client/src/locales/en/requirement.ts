export const requirement = {} as const
