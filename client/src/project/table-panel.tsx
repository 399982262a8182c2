import { Button, Select, Stack, Tabs, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { largestFile, readTable, type TableInput } from './import-queries.ts'
import type { TableDraft } from './project-draft.ts'
import { TableMapping } from './table-mapping.tsx'

interface TablePanelProps {
  readonly table: TableDraft | null
  readonly onChange: (table: TableDraft | null) => void
}

/** Reads a table from a file or from pasted cells, and maps its columns. */
export function TablePanel({ table, onChange }: TablePanelProps) {
  const { t } = useTranslation('wizard')
  const [pasted, setPasted] = useState('')
  const [input, setInput] = useState<TableInput | null>(null)
  const read = useCommand({
    send: readTable,
    onDone: (preview, { content }) => {
      const title = typeof content === 'string' ? '' : content.name.replace(/\.\w+$/, '')
      onChange({ title, preview, header: preview.header, columns: preview.columns })
    },
  })
  const take = (content: TableInput['content'], sheet: string | null = null) => {
    setInput({ content, sheet })
    read.submit({ content, sheet })
  }
  const fileName = input && typeof input.content !== 'string' ? input.content.name : null
  return (
    <Stack>
      <Tabs defaultValue="file" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="file">{t('table.file')}</Tabs.Tab>
          <Tabs.Tab value="paste">{t('table.paste')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="file">
          <FileDrop
            label={t('table.choose')}
            hint={t('table.hint')}
            accept=".xlsx,.csv,.tsv,text/csv"
            largest={largestFile}
            fileName={fileName}
            isReading={read.isPending}
            onFile={(file) => take(file)}
          />
        </Tabs.Panel>
        <Tabs.Panel value="paste">
          <Stack gap="sm" align="flex-start">
            <Textarea
              w="100%"
              label={t('table.cells')}
              description={t('table.cellsHint')}
              minRows={5}
              maxRows={12}
              value={pasted}
              onChange={(event) => setPasted(event.currentTarget.value)}
            />
            <Button
              variant="default"
              loading={read.isPending}
              disabled={pasted.trim() === ''}
              onClick={() => take(pasted)}
            >
              {t('table.read')}
            </Button>
          </Stack>
        </Tabs.Panel>
      </Tabs>
      <ErrorNote error={read.error} />
      {table && table.preview.sheets.length > 1 && input && (
        <Select
          label={t('table.sheet')}
          maw={320}
          data={[...table.preview.sheets]}
          value={table.preview.sheet}
          onChange={(sheet) => take(input.content, sheet)}
        />
      )}
      {table && <TableMapping table={table} onChange={onChange} />}
    </Stack>
  )
}
