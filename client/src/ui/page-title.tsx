import { useEffect } from 'react'

/**
 * The browser tab's title. Set by hand: React would put a second `<title>` behind the one of index.html, and the
 * first counts.
 */
export function PageTitle({ children }: { readonly children: string }) {
  useEffect(() => {
    document.title = `${children} · Parley`
  }, [children])
  return null
}
