import { createHash } from 'node:crypto'
import { canonicalJson } from '@parley/document'
import type { Fingerprint } from '@parley/model'
import type { VersionContent, VersionRequirement } from '@parley/protocol'

/** Raised when the form of stored versions changes; older ones stay readable. 2: parameters say whether they are `many`. */
export const storedFormat = 2

/**
 * The content of a snapshot as it is stored: what the whole of its audience may see, never anything private. Thread
 * states lie beside it (`snapshot_thread`), since each has an audience of its own.
 */
export interface StoredVersion extends Pick<VersionContent, 'project' | 'parties' | 'source' | 'sections'> {
  readonly format: typeof storedFormat
  readonly requirements: readonly Omit<VersionRequirement, 'threads'>[]
}

/** A version in the one form that is stored and fingerprinted: SHA-256 over its RFC 8785 JSON. */
export function sealVersion(version: StoredVersion): {
  readonly content: string
  readonly fingerprint: Fingerprint
} {
  const content = canonicalJson(version)
  return { content, fingerprint: createHash('sha256').update(content).digest('hex') }
}

/** Reads a stored version; throws on a format that this server does not know. */
export function openVersion(content: string): StoredVersion {
  const version = JSON.parse(content) as Omit<StoredVersion, 'format'> & { readonly format: number }
  switch (version.format) {
    case storedFormat:
      return { ...version, format: storedFormat }
    case 1:
      return { ...version, format: storedFormat, requirements: version.requirements.map(withSingleValues) }
    default:
      throw new Error(`stored version: expected format 1 or ${storedFormat}, got ${String(version.format)}`)
  }
}

/** Format 1 is from when every parameter took one value. */
function withSingleValues(requirement: StoredVersion['requirements'][number]): typeof requirement {
  return {
    ...requirement,
    parameters: requirement.parameters.map((parameter) => ({ ...parameter, many: false })),
  }
}
