import { type AcceptInvitation, acceptedInvitationSchema } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api, path } from '../app/api.ts'
import { meQuery, projectsQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'

/** Accepts an invitation, as a new person or (`null`) as the signed-in one, and opens its project. */
export function useAcceptInvitation(token: string) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useCommand({
    send: (newPerson: AcceptInvitation['newPerson'], key) =>
      api.post(path`/invitations/${token}/accept`, acceptedInvitationSchema, { newPerson }, { key }),
    onDone: async ({ project }) => {
      await client.fetchQuery({ ...meQuery, staleTime: 0 })
      await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      await navigate(`/projects/${project}`, { replace: true })
    },
  })
}
