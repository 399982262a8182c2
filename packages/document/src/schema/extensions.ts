import { type AnyExtension, getSchema } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import type { Schema } from '@tiptap/pm/model'
import { Fill } from './fill.ts'
import { headingBelow } from './heading.ts'
import { Link } from './link.ts'
import { Parameter } from './parameter.ts'
import { PlainLeaves } from './plain-leaves.ts'
import { defaultHeadingOffset } from './rendered.ts'
import { Table, TableCell, TableHeader, TableRow } from './table.ts'
import { Title } from './title.ts'

/**
 * The editor's schema and keys, without collaboration and node views. Its content rules are as loose as they can be
 * (lists, items, quotations and cells may be empty, `code` goes with other marks): a client's binding deletes what
 * breaks a rule, so a rule that merging can break would lose words before the server could repair it.
 */
export function editorExtensions(options: { readonly headingOffset: number }): AnyExtension[] {
  return [
    Document.extend({ content: 'title block*' }),
    Title.configure({ headingOffset: options.headingOffset }),
    Paragraph,
    Text,
    headingBelow(options.headingOffset),
    BulletList.extend({ content: 'listItem*' }),
    OrderedList.extend({ content: 'listItem*' }),
    ListItem.extend({ content: 'block*' }),
    ListKeymap,
    Blockquote.extend({ content: 'block*' }),
    Table,
    TableRow,
    TableHeader,
    TableCell,
    HardBreak,
    Parameter,
    Bold,
    Italic,
    Code.extend({ excludes: 'code' }),
    Link,
    Fill,
    PlainLeaves,
  ]
}

/** The extensions as most editors use them. */
export const extensions: AnyExtension[] = editorExtensions({ headingOffset: defaultHeadingOffset })

/** The ProseMirror schema of every text. */
export const schema: Schema = getSchema(extensions)
