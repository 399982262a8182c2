import { useEffect, useState } from 'react'
import { LoadingPage } from './loading-page.tsx'
import { TopBar } from './top-bar.tsx'

/** Milliseconds for which nothing is shown: what comes soon had better come at once. */
const patience = 200

/** A whole page while it comes, where no layout stands yet; its bar has the place of the later one. */
export function LoadingFrame() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  return (
    <>
      <TopBar />
      <main>
        <LoadingPage />
      </main>
    </>
  )
}
