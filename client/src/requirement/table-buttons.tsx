import {
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowRemove,
  IconTableOff,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { Tool } from './tool.tsx'

/** What can be done to the table the caret is in. */
export function TableButtons({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('requirement')
  const run = () => editor.chain().focus()
  return (
    <>
      <Tool
        label={t('toolbar.addRow')}
        icon={IconRowInsertBottom}
        onPress={() => run().addRowAfter().run()}
      />
      <Tool
        label={t('toolbar.addColumn')}
        icon={IconColumnInsertRight}
        onPress={() => run().addColumnAfter().run()}
      />
      <Tool label={t('toolbar.deleteRow')} icon={IconRowRemove} onPress={() => run().deleteRow().run()} />
      <Tool
        label={t('toolbar.deleteColumn')}
        icon={IconColumnRemove}
        onPress={() => run().deleteColumn().run()}
      />
      <Tool label={t('toolbar.deleteTable')} icon={IconTableOff} onPress={() => run().deleteTable().run()} />
    </>
  )
}
