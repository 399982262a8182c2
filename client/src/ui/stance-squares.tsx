import type { PartyKind, PositionState } from '@parley/model'
import { useWords } from '../app/words.tsx'
import classes from './stance-squares.module.css'

interface StanceSquaresProps {
  readonly client: PositionState
  /** `null` while no provider takes part. */
  readonly provider: PositionState | null
}

/** Two small squares, one a party: full agreed, half reservation, struck not agreed, dashed outdated, empty open. */
export function StanceSquares({ client, provider }: StanceSquaresProps) {
  const t = useWords('words')
  const both = [['client', client] as const, ...(provider ? [['provider', provider] as const] : [])]
  const label = both.map(([party, state]) => `${t(`party.${party}`)}: ${t(`stance.${state}`)}`).join(', ')
  return (
    <span role="img" aria-label={label} title={label} className={classes.squares}>
      {both.map(([party, state]) => (
        <Square key={party} party={party} state={state} />
      ))}
    </span>
  )
}

function Square({ party, state }: { readonly party: PartyKind; readonly state: PositionState }) {
  return (
    <svg
      viewBox="0 0 10 10"
      width="10"
      height="10"
      className={classes.square}
      data-party={party}
      aria-hidden="true"
    >
      <rect
        x="0.75"
        y="0.75"
        width="8.5"
        height="8.5"
        rx="1.75"
        className={state === 'agreed' ? classes.full : classes.outline}
        {...(state === 'outdated' && { strokeDasharray: '2 1.4' })}
      />
      {state === 'agreed-with-reservation' && (
        <path d="M1 9V2.5A1.5 1.5 0 0 1 2.5 1H9Z" className={classes.full} />
      )}
      {state === 'not-agreed' && <path d="M2 8 8 2" className={classes.outline} />}
    </svg>
  )
}
