import { Checkbox, NativeSelect, Stack, Table, Text } from '@mantine/core'
import { columnRoleSchema, columnRoles } from '@parley/model'
import { useTranslation } from 'react-i18next'
import { assignColumn, type TableDraft } from './project-draft.ts'
import classes from './table-mapping.module.css'

const rowsShown = 8

interface TableMappingProps {
  readonly table: TableDraft
  readonly onChange: (table: TableDraft) => void
}

/** The first rows of a table; above each column what it holds. */
export function TableMapping({ table, onChange }: TableMappingProps) {
  const { t } = useTranslation('wizard')
  const { rows } = table.preview
  const body = table.header ? rows.slice(1) : rows
  const heading = table.header ? rows[0] : undefined
  const isReadable = table.columns.some((role) => role === 'title' || role === 'statement')
  return (
    <Stack gap="sm">
      <Checkbox
        label={t('table.header')}
        checked={table.header}
        onChange={(event) => onChange({ ...table, header: event.currentTarget.checked })}
      />
      {!isReadable && (
        <Text role="status" c="warn" size="sm">
          {t('table.noTitle')}
        </Text>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: reason: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('table.columns')}>
        <Table className={classes.table} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              {table.columns.map((role, index) => (
                <Table.Th
                  key={index}
                  className={classes.column}
                  data-ignored={role === 'ignore' || undefined}
                >
                  <NativeSelect
                    size="xs"
                    aria-label={t('table.column', { name: heading?.[index] || String(index + 1) })}
                    value={role}
                    data={columnRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
                    onChange={(event) => {
                      const chosen = columnRoleSchema.parse(event.currentTarget.value)
                      onChange({ ...table, columns: assignColumn(table.columns, index, chosen) })
                    }}
                  />
                  {heading && <span className={classes.heading}>{heading[index]}</span>}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {body.slice(0, rowsShown).map((row, number) => (
              <Table.Tr key={number}>
                {table.columns.map((role, index) => (
                  <Table.Td key={index} data-ignored={role === 'ignore' || undefined}>
                    <span className={classes.cell}>{row[index]}</span>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Text size="sm" c="dimmed">
        {t('table.rows', { count: body.length })}
      </Text>
    </Stack>
  )
}
