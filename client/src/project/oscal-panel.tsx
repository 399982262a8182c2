import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileDrop } from '../ui/file-drop.tsx'
import { largestFile } from './import-queries.ts'
import type { ProjectDraft } from './project-draft.ts'

interface OscalPanelProps {
  readonly chosen: ProjectDraft['oscal']
  readonly onChange: (chosen: ProjectDraft['oscal']) => void
}

/** Takes an OSCAL catalogue; whether it is one, the server says in the preview below. */
export function OscalPanel({ chosen, onChange }: OscalPanelProps) {
  const { t } = useTranslation('wizard')
  const [isReading, setReading] = useState(false)
  const take = async (file: File) => {
    setReading(true)
    try {
      onChange({ fileName: file.name, catalogue: await file.text() })
    } finally {
      setReading(false)
    }
  }
  return (
    <Stack>
      <FileDrop
        label={t('oscal.file')}
        hint={t('oscal.hint')}
        accept=".json,application/json"
        largest={largestFile}
        fileName={chosen?.fileName ?? null}
        isReading={isReading}
        onFile={(file) => void take(file)}
      />
    </Stack>
  )
}
