import { LoadingPage } from './loading-page.tsx'
import { TopBar } from './top-bar.tsx'

/** A whole page while it comes, where no layout stands yet; its bar has the place of the later one. */
export function LoadingFrame() {
  return (
    <>
      <TopBar />
      <main>
        <LoadingPage />
      </main>
    </>
  )
}
