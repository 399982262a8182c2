import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconCode,
  IconItalic,
  IconList,
  IconListNumbers,
  IconTable,
} from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../document/selection.ts'
import { BlankButton } from '../parameter/blank-button.tsx'
import { LinkButton } from './link-button.tsx'
import { TableButtons } from './table-buttons.tsx'
import classes from './text-toolbar.module.css'
import { Tool } from './tool.tsx'

interface TextToolbarProps {
  readonly editor: Editor
  readonly card: CardId
}

/** What can be done to the words, for those who do not know the keys. */
export function TextToolbar({ editor, card }: TextToolbarProps) {
  const { t } = useTranslation('requirement')
  const state = useEditorState({
    editor,
    selector: ({ editor: { isActive, can, state: now } }) => ({
      bold: isActive.call(editor, 'bold'),
      italic: isActive.call(editor, 'italic'),
      code: isActive.call(editor, 'code'),
      bulletList: isActive.call(editor, 'bulletList'),
      orderedList: isActive.call(editor, 'orderedList'),
      isInTable: isActive.call(editor, 'table'),
      isInTitle: now.selection.$from.parent.type.name === 'title',
      canUndo: can.call(editor).undo(),
      canRedo: can.call(editor).redo(),
    }),
  })
  const run = () => editor.chain().focus()
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('toolbar.label')}>
      <Tool
        label={t('toolbar.bold')}
        icon={IconBold}
        pressed={state.bold}
        disabled={state.isInTitle}
        onPress={() => run().toggleBold().run()}
      />
      <Tool
        label={t('toolbar.italic')}
        icon={IconItalic}
        pressed={state.italic}
        disabled={state.isInTitle}
        onPress={() => run().toggleItalic().run()}
      />
      <Tool
        label={t('toolbar.code')}
        icon={IconCode}
        pressed={state.code}
        disabled={state.isInTitle}
        onPress={() => run().toggleCode().run()}
      />
      <LinkButton editor={editor} disabled={state.isInTitle} />
      <span className={classes.gap} />
      <Tool
        label={t('toolbar.bulletList')}
        icon={IconList}
        pressed={state.bulletList}
        disabled={state.isInTitle}
        onPress={() => run().toggleBulletList().run()}
      />
      <Tool
        label={t('toolbar.orderedList')}
        icon={IconListNumbers}
        pressed={state.orderedList}
        disabled={state.isInTitle}
        onPress={() => run().toggleOrderedList().run()}
      />
      {state.isInTable ? (
        <TableButtons editor={editor} />
      ) : (
        <Tool
          label={t('toolbar.table')}
          icon={IconTable}
          onPress={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        />
      )}
      <BlankButton editor={editor} card={card} disabled={state.isInTitle} />
      <span className={classes.gap} />
      <Tool
        label={t('toolbar.undo')}
        icon={IconArrowBackUp}
        disabled={!state.canUndo}
        onPress={() => run().undo().run()}
      />
      <Tool
        label={t('toolbar.redo')}
        icon={IconArrowForwardUp}
        disabled={!state.canRedo}
        onPress={() => run().redo().run()}
      />
    </div>
  )
}
