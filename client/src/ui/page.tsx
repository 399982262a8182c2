import type { ReactNode } from 'react'
import classes from './page.module.css'
import { PageTitle } from './page-title.tsx'

interface PageProps {
  readonly title: string
  /** `narrow` for a form, `measure` for reading, `wide` for tables. */
  readonly width?: 'narrow' | 'measure' | 'wide'
  readonly lead?: ReactNode
  /** Buttons beside the heading. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The inside of every page that is not the document: a heading, perhaps a sentence and actions, and the content. */
export function Page({ title, width = 'measure', lead, actions, children }: PageProps) {
  return (
    <div className={classes.page} data-width={width}>
      <PageTitle>{title}</PageTitle>
      <header className={classes.header}>
        <div>
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
