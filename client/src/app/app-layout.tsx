import { Outlet } from 'react-router'
import { Main, SkipLink } from './main-content.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame of all pages outside a project. */
export function AppLayout() {
  return (
    <>
      <SkipLink />
      <TopBar />
      <Main>
        <Outlet />
      </Main>
    </>
  )
}
