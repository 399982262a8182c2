import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCamera } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useProject } from '../app/use-project.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TakeSnapshotForm } from './take-snapshot-form.tsx'

interface SnapshotButtonProps {
  readonly size?: 'xs' | 'sm'
}

/** Takes a snapshot; for leads only. */
export function SnapshotButton({ size = 'sm' }: SnapshotButtonProps) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const navigate = useNavigate()
  const [isOpen, dialog] = useDisclosure(false)
  if (!project.rights.takeSnapshot) return null
  return (
    <>
      <Button size={size} leftSection={<IconCamera size={16} aria-hidden="true" />} onClick={dialog.open}>
        {t('snapshot')}
      </Button>
      <Dialog opened={isOpen} onClose={dialog.close} title={t('take.title')}>
        <TakeSnapshotForm
          onLeave={dialog.close}
          onTaken={({ number }) => {
            dialog.close()
            void navigate(`/projects/${project.id}/snapshots/${number}`)
          }}
        />
      </Dialog>
    </>
  )
}
