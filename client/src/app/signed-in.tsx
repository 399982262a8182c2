import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { SignInAgain } from '../account/sign-in-again.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import pageClasses from '../ui/page.module.css'
import { LoadingPage } from './loading-page.tsx'
import { meQuery } from './queries.ts'

interface SignedInProps {
  /** Shown while it is not known who is here. */
  readonly pending?: ReactNode
}

/**
 * Lets only signed-in people through. When the session ends under somebody's hands the page stays, with everything
 * typed in it, and a dialog over it asks to sign in again.
 */
export function SignedIn({ pending = <LoadingPage /> }: SignedInProps) {
  const me = useQuery(meQuery)
  const location = useLocation()
  const last = useRef(me.data ?? null)
  if (me.data) last.current = me.data
  if (me.isPending) return pending
  if (me.isError && !last.current)
    return (
      <div className={pageClasses.page}>
        <ErrorNote error={me.error} onRetry={() => void me.refetch()} />
      </div>
    )
  if (!last.current) {
    const next = `${location.pathname}${location.search}${location.hash}`
    const to = next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
    return <Navigate to={to} replace />
  }
  return (
    <>
      <Outlet />
      {me.data === null && <SignInAgain person={last.current.person} />}
    </>
  )
}
