import { Autocomplete, Kbd } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { titleOf } from '@parley/document'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../document/selection.ts'
import { useDocumentStore, useOutline } from '../document/use-document.ts'
import { formatNumber } from '../requirement/format-number.ts'
import { useGoTo } from './use-go-to.ts'

/** Goes to a section or requirement by its number or a word of its title; Ctrl K from anywhere. */
export function JumpField({ onJump }: { readonly onJump: () => void }) {
  const { t } = useTranslation('outline')
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const targets = useTargets(words !== '')
  const goTo = useGoTo()
  useHotkeys([['mod+K', () => field.current?.focus()]], [], true)
  return (
    <Autocomplete
      ref={field}
      value={words}
      onChange={setWords}
      data={[...targets.keys()]}
      limit={12}
      maxDropdownHeight={360}
      autoSelectOnBlur={false}
      aria-label={t('jump')}
      placeholder={t('jump')}
      leftSection={<IconSearch size={15} aria-hidden="true" />}
      rightSection={<Kbd size="xs">{t('jumpKey')}</Kbd>}
      rightSectionWidth={58}
      onOptionSubmit={(line) => {
        const card = targets.get(line)
        if (card) goTo(card)
        setWords('')
        onJump()
      }}
    />
  )
}

/** Every line that can be gone to, as its title read when the search began. */
function useTargets(isAsked: boolean): ReadonlyMap<string, CardId> {
  const { t } = useTranslation('outline')
  const store = useDocumentStore()
  const rows = useOutline()
  return useMemo(() => {
    const targets = new Map<string, CardId>()
    if (!isAsked) return targets
    for (const row of rows) {
      const requirement = row.kind === 'requirement' ? store.requirement(row.id) : undefined
      const text = (requirement ?? (row.kind === 'section' ? store.section(row.id) : undefined))?.text
      if (!text) continue
      const title = titleOf(text.content) || t('untitled')
      targets.set(requirement ? `${formatNumber(requirement.number)} ${title}` : title, row.id)
    }
    return targets
  }, [store, rows, isAsked, t])
}
