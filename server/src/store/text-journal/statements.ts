import { forKind, placeholders } from '../raw-query.ts'
import type { Store } from '../store.ts'

/** Most rows of one insert. */
export const rowsAtOnce = 50

/** The journal's SQL for one kind of database. */
export function journalStatements(kind: Store['kind']) {
  const entryColumns = 'seq, at, person_id, party_id, "update", deleted, clients, previous_hash, hash'
  return {
    // Commands take the project's row before any text's, and so does an append: the order is the same for all. Many
    // appends share it; a command has it alone, so that a change of rights falls between two appends, not into one.
    shareProject: forKind(
      kind,
      'select 1 from project where id = (select project_id from text where id = $1) for key share',
    ),
    lockHead: forKind(kind, 'select head_seq, head_hash from text where id = $1 for update'),
    entries: forKind(
      kind,
      `select ${entryColumns} from text_update where text_id = $1 and seq > $2 order by seq limit $3`,
    ),
    insertEntries: byRows(
      kind,
      (rows) => `insert into text_update (text_id, ${entryColumns}) values ${placeholders(rows, 10)}`,
    ),
    // A client id that this person has already changes nothing; one of somebody else is not counted.
    bindClients: byRows(
      kind,
      (
        rows,
      ) => `insert into text_client (text_id, client, person_id, party_id) values ${placeholders(rows, 4)}
        on conflict (text_id, client) do update set client = excluded.client
        where text_client.person_id = excluded.person_id`,
    ),
    updateText: forKind(
      kind,
      'update text set content = $2, title = $3, plain = $4, head_seq = $5, head_hash = $6 where id = $1',
    ),
    // One statement, so that head, checkpoint, tail and bindings are of one moment.
    load: forKind(
      kind,
      `select 0 as part, head_seq as n, head_hash as data, null as person from text where id = $1
      union all
      select 1, seq, state, null from text_checkpoint where text_id = $1
      union all
      select 2, seq, "update", null from text_update where text_id = $1
        and seq > coalesce((select seq from text_checkpoint where text_id = $1), 0)
      union all
      select 3, client, cast(null as bytes), person_id from text_client where text_id = $1`,
    ),
    checkpoint: forKind(
      kind,
      `insert into text_checkpoint (text_id, seq, state)
      select id, cast($2 as bigint), cast($3 as bytes) from text where id = $1 and head_seq >= cast($2 as bigint)
      on conflict (text_id) do update set seq = excluded.seq, state = excluded.state
      where excluded.seq > text_checkpoint.seq`,
    ),
  }
}

export type JournalStatements = ReturnType<typeof journalStatements>

function byRows(kind: Store['kind'], sql: (rows: number) => string): (rows: number) => string {
  const known: string[] = []
  return (rows) => {
    const made = known[rows] ?? forKind(kind, sql(rows))
    known[rows] = made
    return made
  }
}
