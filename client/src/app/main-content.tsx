import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollRestoration, useLocation } from 'react-router'
import classes from './main-content.module.css'

const id = 'content'

/** Takes keyboard users past the top bar. */
export function SkipLink() {
  const { t } = useTranslation()
  return (
    <a className={classes.skip} href={`#${id}`}>
      {t('skipToContent')}
    </a>
  )
}

/** The page's content; takes the focus when another page is opened, so that screen readers begin there. */
export function Main({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation()
  const element = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    element.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <main ref={element} id={id} tabIndex={-1} className={classes.main}>
      {children}
      <ScrollRestoration />
    </main>
  )
}
