/** Snapshots picked out to be compared: none, one (compared with now), or two. */
export type ChosenVersions = readonly number[]

/** Picks a snapshot or drops it; with two picked already, the one picked first gives way. */
export function toggleVersion(chosen: ChosenVersions, number: number): ChosenVersions {
  return chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen.slice(-1), number]
}

/** What is compared, the older version first; `null` while nothing is picked. */
export function comparedVersions(
  chosen: ChosenVersions,
): { readonly from: string; readonly to: string } | null {
  const [from, to] = chosen.toSorted((left, right) => left - right)
  if (from === undefined) return null
  return { from: String(from), to: to === undefined ? 'now' : String(to) }
}
