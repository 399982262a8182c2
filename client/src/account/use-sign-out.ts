import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { auth } from './auth.ts'

/** Ends the session and forgets everything that was read with it. */
export function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await auth.signOut()
    await navigate('/sign-in')
    client.clear()
  }
}
