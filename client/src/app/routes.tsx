import { createBrowserRouter, type RouteObject } from 'react-router'
import { DocumentPage } from '../document/document-page.tsx'
import { documentQuery } from '../document/document-query.ts'
import { threadsQuery } from '../thread/threads-query.ts'
import { AppLayout } from './app-layout.tsx'
import { ErrorPage } from './error-page.tsx'
import { LoadingFrame } from './loading-frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { ProjectLayout } from './project-layout.tsx'
import { meQuery, projectQuery } from './queries.ts'
import { queryClient } from './query-client.ts'
import { SignedIn } from './signed-in.tsx'

/** Pages for people who are not signed in, or need not be. */
const open: RouteObject[] = [
  {
    path: 'sign-in',
    lazy: async () => ({ Component: (await import('../account/sign-in-page.tsx')).SignInPage }),
  },
  {
    path: 'welcome',
    lazy: async () => ({ Component: (await import('../account/welcome-page.tsx')).WelcomePage }),
  },
  {
    path: 'invitation/:token',
    lazy: async () => ({ Component: (await import('../account/invitation-page.tsx')).InvitationPage }),
  },
  {
    path: 'reset-password',
    lazy: async () => ({ Component: (await import('../account/reset-password-page.tsx')).ResetPasswordPage }),
  },
]

const signedIn: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../project/projects-page.tsx')).ProjectsPage }),
  },
  {
    path: 'new',
    lazy: async () => ({ Component: (await import('../project/new-project-page.tsx')).NewProjectPage }),
  },
  {
    path: 'account',
    lazy: async () => ({ Component: (await import('../account/account-page.tsx')).AccountPage }),
  },
]

let isOpening = true

/**
 * Reads what a page shows while the page is still on its way. The page that opens the application is rendered once all of
 * it is there: once with everything costs less than again with each part.
 */
async function ahead(...reading: readonly Promise<void>[]): Promise<null> {
  if (isOpening) await Promise.all(reading)
  isOpening = false
  return null
}

const project: RouteObject[] = [
  {
    index: true,
    // Where people spend their day: it comes with the application, not after it.
    Component: DocumentPage,
    loader: ({ params: { project: id = '' } }) =>
      ahead(queryClient.prefetchQuery(documentQuery(id)), queryClient.prefetchQuery(threadsQuery(id))),
    // What is on the page is kept in step by events.
    shouldRevalidate: () => false,
  },
  {
    path: 'people',
    lazy: async () => ({ Component: (await import('../project/people-page.tsx')).PeoplePage }),
  },
  {
    path: 'snapshots',
    lazy: async () => ({ Component: (await import('../snapshot/snapshots-page.tsx')).SnapshotsPage }),
  },
  {
    path: 'snapshots/:number',
    lazy: async () => ({ Component: (await import('../snapshot/version-page.tsx')).VersionPage }),
  },
  {
    path: 'compare',
    lazy: async () => ({ Component: (await import('../snapshot/compare-page.tsx')).ComparePage }),
  },
  {
    path: 'print',
    lazy: async () => ({ Component: (await import('../print/print-page.tsx')).PrintPage }),
  },
]

/** Every address of the application; pages are loaded when they are first opened. */
export const router = createBrowserRouter([
  {
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <LoadingFrame />,
    children: [
      {
        Component: AppLayout,
        children: [
          {
            errorElement: <ErrorPage />,
            children: [
              ...open,
              { Component: SignedIn, children: signedIn },
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
      {
        path: 'projects/:project',
        element: <SignedIn pending={<LoadingFrame />} />,
        loader: ({ params: { project: id = '' } }) =>
          ahead(queryClient.prefetchQuery(meQuery), queryClient.prefetchQuery(projectQuery(id))),
        children: [
          {
            Component: ProjectLayout,
            children: [
              { errorElement: <ErrorPage />, children: [...project, { path: '*', Component: NotFoundPage }] },
            ],
          },
        ],
      },
    ],
  },
])
