import classes from './logo.module.css'

interface LogoProps {
  /** Leaves the rings alone on narrow screens, where something else needs the place. */
  readonly yields?: boolean
}

/** Two rings that interlock, one a party, and the name. */
export function Logo({ yields = false }: LogoProps) {
  return (
    <span className={classes.logo} data-yields={yields || undefined}>
      <svg viewBox="0 0 26 18" width="26" height="18" fill="none" strokeWidth="2.2" aria-hidden="true">
        <circle className={classes.provider} cx="17" cy="9" r="7.4" />
        <circle className={classes.client} cx="9" cy="9" r="7.4" />
        <path className={classes.provider} d="M9.8 7.2a7.4 7.4 0 0 1 3.2-4.4" />
      </svg>
      <span className={classes.name}>Parley</span>
    </span>
  )
}
