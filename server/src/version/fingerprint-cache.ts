import { requirementFingerprint } from '@parley/document'
import type { Fingerprint, RequirementId } from '@parley/model'
import type { RequirementState } from './document-state.ts'

interface Known {
  readonly basis: string
  readonly fingerprint: Fingerprint
}

/** What a fingerprint follows from without reading the text: the text's hash, the stored fields and parameters. */
type Unprinted = Pick<RequirementState, 'id' | 'text' | 'fields' | 'parameters'>

const limit = 50_000
const known = new Map<RequirementId, Known>()

/**
 * The fingerprint of a requirement, computed once for each state it has had: the text's hash never names two contents,
 * so the cache is never wrong and needs no word from whoever writes.
 */
export function fingerprintOf(requirement: Unprinted): Fingerprint {
  const { id, text, fields, parameters } = requirement
  const basis = `${text.hash} ${JSON.stringify(fields)} ${JSON.stringify(parameters)}`
  const found = known.get(id)
  if (found?.basis === basis) return found.fingerprint
  const fingerprint = requirementFingerprint({ text: text.content, fields, parameters })
  known.delete(id)
  known.set(id, { basis, fingerprint })
  const [oldest] = known.keys()
  if (known.size > limit && oldest !== undefined) known.delete(oldest)
  return fingerprint
}
