import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Logo } from '../ui/logo.tsx'
import classes from './top-bar.module.css'
import { UserMenu } from './user-menu.tsx'

/** The bar on top of every page: the logo leads to the projects, the person's menu stands at the end. */
export function TopBar({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <header className={classes.bar} data-project={children ? true : undefined}>
      <Link to="/" className={classes.home} aria-label={t('home')}>
        <Logo yields={Boolean(children)} />
      </Link>
      <div className={classes.middle}>{children}</div>
      <UserMenu />
    </header>
  )
}
