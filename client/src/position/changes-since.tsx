import type { RequirementId } from '@parley/model'
import { type PartyBadge, positionBasisSchema, type RequirementView } from '@parley/protocol'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/project-layout.tsx'
import { fieldLines, parameterLines } from '../change/change-lines.ts'
import { ChangeList } from '../change/change-list.tsx'
import { TextChange } from '../change/text-change.tsx'
import { useFieldWords } from '../change/use-field-words.ts'
import { useRequirement } from '../document/use-document.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNote } from '../ui/error-note.tsx'

interface ChangesSinceProps {
  readonly party: PartyBadge
  readonly requirement: RequirementId
  readonly onClose: () => void
}

/** What has changed in a requirement since a party gave its position. */
export function ChangesSince({ requirement: id, ...props }: ChangesSinceProps) {
  const requirement = useRequirement(id)
  return requirement && <Changes {...props} requirement={requirement} />
}

interface ChangesProps extends Omit<ChangesSinceProps, 'requirement'> {
  readonly requirement: RequirementView
}

function Changes({ party, requirement, onClose }: ChangesProps) {
  const { t } = useTranslation('position')
  const project = useProject()
  const words = useFieldWords()
  const basis = useQuery({
    queryKey: [...projectKey(project.id), 'basis', requirement.id, party.id, requirement.fingerprint],
    queryFn: ({ signal }) =>
      api.get(
        path`/projects/${project.id}/requirements/${requirement.id}/positions/${party.id}/basis`,
        positionBasisSchema,
        { signal },
      ),
  })
  return (
    <Dialog
      opened
      closesOutside
      onClose={onClose}
      size="lg"
      title={t('changesTitle', { name: party.organisation.name })}
    >
      <ErrorNote error={basis.error} />
      {basis.isPending && <LoadingPage rows={2} />}
      {basis.data && (
        <>
          <TextChange
            before={basis.data.content}
            after={requirement.text.content}
            parameters={[...basis.data.parameters, ...requirement.parameters]}
          />
          <ChangeList
            lines={[
              ...fieldLines(basis.data.fields, requirement.fields, words),
              ...parameterLines(basis.data.parameters, requirement.parameters, project.language),
            ]}
          />
        </>
      )}
    </Dialog>
  )
}
