import type { Fields, Fingerprint, ParameterFields, TextContent } from '@parley/model'
import { digest } from 'lib0/hash/sha256'
import { canonicalContent } from './canonical-content.ts'
import { canonicalJson } from './canonical-json.ts'

/** What of a requirement is signed: its text, fields and parameters; never guidance, place or who wrote it. */
export interface RequirementContent {
  readonly text: TextContent
  readonly fields: Fields
  readonly parameters: readonly ({ readonly id: string } & ParameterFields)[]
}

/** Raised when the form of normative content changes, because every fingerprint changes with it. */
const normativeVersion = 1

/** The normative content of a requirement: only what is signed, in one form, parameters in the order of their ids. */
export function normativeContent({ text, fields, parameters }: RequirementContent) {
  const { strength, addressee, area, level, levelReason, verification, source } = fields
  return {
    version: normativeVersion,
    text: canonicalContent(text),
    fields: { strength, addressee, area, level, levelReason, verification, source: [...source] },
    parameters: parameters
      .map(({ id, label, kind, unit, choices, many, filler, value }) => ({
        id,
        label,
        kind,
        unit,
        choices: [...choices],
        // Only where it is so: the form of everything that was signed before there were several choices stays the same.
        ...(many ? { many } : {}),
        filler,
        value: typeof value === 'string' || value === null ? value : [...value],
      }))
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  }
}

/** The fingerprint of a requirement: SHA-256 over the RFC 8785 form of its normative content, lower-case hexadecimal. */
export function requirementFingerprint(requirement: RequirementContent): Fingerprint {
  return sha256Hex(canonicalJson(normativeContent(requirement)))
}

/** SHA-256 of words in UTF-8, lower-case hexadecimal. */
export function sha256Hex(words: string): string {
  return Array.from(digest(new TextEncoder().encode(words)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
