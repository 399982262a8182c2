import { Visitor } from 'vite'
import { parse, type Source } from './source.ts'

/** One import or re-export of a file. */
export type Import = { readonly from: Source; readonly target: string; readonly isTypeOnly: boolean }

/** Every import of a file: static, dynamic, re-exported, and in the place of a type. */
export const importsOf = (from: Source): readonly Import[] => {
  const found: Import[] = []
  const note = (target: unknown, isTypeOnly: boolean): void => {
    if (typeof target === 'string') found.push({ from, target, isTypeOnly })
  }
  new Visitor({
    ImportDeclaration: ({ source, importKind }) => note(source.value, importKind === 'type'),
    ExportNamedDeclaration: ({ source, exportKind }) => note(source?.value, exportKind === 'type'),
    ExportAllDeclaration: ({ source, exportKind }) => note(source.value, exportKind === 'type'),
    ImportExpression: ({ source }) => note(source.type === 'Literal' ? source.value : undefined, false),
    TSImportType: ({ source }) => note(source.value, true),
  }).visit(parse(from))
  return found
}
