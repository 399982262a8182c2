import { type ImportSource, importPreviewSchema, tablePreviewSchema } from '@parley/protocol'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { api } from '../app/api.ts'

/** Largest file the server takes, in bytes; checked here so that nobody waits for an upload that is refused. */
export const largestFile = 20_000_000

/** A table to be read: a file of any kind that the server knows, or pasted text. */
export interface TableInput {
  readonly content: File | string
  readonly sheet: string | null
}

/** Reads a table on the server, which knows XLSX, CSV and what spreadsheets put on the clipboard. */
export function readTable({ content, sheet }: TableInput) {
  const search = new URLSearchParams()
  if (sheet !== null) search.set('sheet', sheet)
  const type = typeof content === 'string' ? 'text/plain' : content.type || 'application/octet-stream'
  return api.post(`/imports/table?${search}`, tablePreviewSchema, new Blob([content], { type }))
}

/** What a source would become; nothing is made. `edition` tells large sources apart without comparing them. */
export const importPreviewQuery = (source: ImportSource | null, edition: string) =>
  queryOptions({
    queryKey: ['import-preview', edition],
    queryFn: source
      ? ({ signal }) => api.post('/imports/preview', importPreviewSchema, { source }, { signal })
      : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
