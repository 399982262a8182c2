import type { VersionContent } from '@parley/protocol'

/** How many requirements a version holds, and how many of them both client and provider agree to as they stand. */
export function countAgreed({ parties, requirements }: Pick<VersionContent, 'parties' | 'requirements'>): {
  readonly requirements: number
  readonly agreed: number
} {
  const sides = parties.filter(({ kind }) => kind !== 'observer').map(({ id }) => id)
  const standing = requirements.filter(({ withdrawn }) => !withdrawn)
  const agreed = standing.filter(({ positions }) =>
    sides.every((side) =>
      positions.some(({ party, stance, outdated }) => party === side && stance === 'agreed' && !outdated),
    ),
  )
  return { requirements: standing.length, agreed: sides.length < 2 ? 0 : agreed.length }
}
