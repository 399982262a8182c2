import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Store } from '../store.ts'

/**
 * The tables of schema.ts. People are rows of the account library's `user` table, which it makes itself and which may
 * come later: nothing here refers to it.
 */
export function firstTables(kind: Store['kind']): Migration {
  return {
    async up(db) {
      for (const statement of statements[kind]) await sql.raw(statement).execute(db)
    },
  }
}

const ddl = `
create table organisation (
  id text primary key,
  name text not null,
  created_at text not null
) strict;

create table organisation_member (
  organisation_id text not null references organisation,
  person_id text not null,
  joined_at text not null,
  primary key (organisation_id, person_id)
) strict;
create index organisation_member_person on organisation_member (person_id);

create table project (
  id text primary key,
  name text not null,
  language text not null,
  phase text not null,
  selected_party_id text,
  next_number integer not null,
  next_snapshot integer not null,
  source text,
  created_at text not null,
  created_by text not null,
  head_seq bigint not null,
  head_hash text not null
) strict;

create table party (
  id text primary key,
  project_id text not null references project,
  organisation_id text not null references organisation,
  kind text not null,
  created_at text not null,
  unique (project_id, organisation_id),
  unique (project_id, id)
) strict;
create unique index party_one_client on party (project_id) where kind = 'client';
create index party_organisation on party (organisation_id);

create table member (
  id text primary key,
  project_id text not null,
  party_id text not null,
  person_id text not null,
  role text not null,
  function text not null,
  invited_by text,
  joined_at text not null,
  unique (project_id, person_id),
  foreign key (project_id, party_id) references party (project_id, id)
) strict;
create index member_person on member (person_id);
create index member_party on member (project_id, party_id);

create table invitation (
  id text primary key,
  project_id text not null,
  party_id text not null,
  email text,
  role text not null,
  function text not null,
  token_hash text not null unique,
  created_by text not null,
  created_at text not null,
  expires_at text not null,
  revoked_at text,
  accepted_at text,
  accepted_by text,
  foreign key (project_id, party_id) references party (project_id, id)
) strict;
create index invitation_party on invitation (project_id, party_id);

create table text (
  id text primary key,
  project_id text not null references project,
  kind text not null,
  content text not null,
  title text not null,
  plain text not null,
  head_seq bigint not null,
  head_hash bytes not null,
  unique (project_id, id)
) strict;

create table text_update (
  text_id text not null references text,
  seq bigint not null,
  at text not null,
  person_id text,
  party_id text references party,
  "update" bytes not null,
  deleted bytes not null,
  clients text not null,
  previous_hash bytes not null,
  hash bytes not null,
  primary key (text_id, seq)
) clustered;

create table text_checkpoint (
  text_id text primary key references text,
  seq bigint not null,
  state bytes not null
) strict;

create table text_client (
  text_id text not null references text,
  client bigint not null,
  person_id text not null,
  party_id text references party,
  primary key (text_id, client)
) clustered;

create table section (
  id text primary key,
  project_id text not null references project,
  parent_id text,
  order_key text not null,
  text_id text not null unique,
  origin text,
  withdrawn_at text,
  unique (project_id, id),
  foreign key (project_id, parent_id) references section (project_id, id),
  foreign key (project_id, text_id) references text (project_id, id)
) strict;
create index section_parent on section (project_id, parent_id, order_key);

create table requirement (
  id text primary key,
  project_id text not null references project,
  section_id text not null,
  parent_id text,
  order_key text not null,
  number integer not null,
  text_id text not null unique,
  fields text not null,
  guidance text not null,
  origin text,
  withdrawn_at text,
  unique (project_id, number),
  unique (project_id, id),
  foreign key (project_id, section_id) references section (project_id, id),
  foreign key (project_id, parent_id) references requirement (project_id, id),
  foreign key (project_id, text_id) references text (project_id, id)
) strict;
create index requirement_section on requirement (project_id, section_id, order_key);
create index requirement_parent on requirement (project_id, parent_id);

create table parameter (
  id text primary key,
  project_id text not null,
  requirement_id text not null,
  position integer not null,
  label text not null,
  kind text not null,
  unit text not null,
  choices text not null,
  filler text not null,
  value text,
  foreign key (project_id, requirement_id) references requirement (project_id, id)
) strict;
create index parameter_requirement on parameter (project_id, requirement_id, position);

create table thread (
  id text primary key,
  project_id text not null,
  requirement_id text not null,
  text_id text references text,
  anchor_start text,
  anchor_end text,
  quote text,
  range_from integer,
  range_to integer,
  created_by text not null,
  party_id text not null,
  created_at text not null,
  state text not null,
  resolved_by text,
  resolved_at text,
  foreign key (project_id, requirement_id) references requirement (project_id, id),
  foreign key (project_id, party_id) references party (project_id, id)
) strict;
create index thread_requirement on thread (project_id, requirement_id);
create index thread_text on thread (text_id) where text_id is not null;

create table thread_audience (
  thread_id text not null references thread,
  party_id text not null references party,
  primary key (thread_id, party_id)
) strict;
create index thread_audience_party on thread_audience (party_id);

create table comment (
  id text primary key,
  thread_id text not null references thread,
  person_id text not null,
  party_id text not null references party,
  body text not null,
  created_at text not null,
  edited_at text
) strict;
create index comment_thread on comment (thread_id, created_at);

create table position (
  requirement_id text not null references requirement,
  party_id text not null references party,
  stance text not null,
  words text not null,
  fingerprint text not null,
  basis text not null,
  person_id text not null,
  at text not null,
  primary key (requirement_id, party_id)
) strict;

create table snapshot (
  id text primary key,
  project_id text not null,
  number integer not null,
  name text not null,
  note text not null,
  kind text not null,
  content text not null,
  fingerprint text not null,
  requirements integer not null,
  person_id text not null,
  party_id text not null,
  at text not null,
  unique (project_id, number),
  foreign key (project_id, party_id) references party (project_id, id)
) strict;

create table snapshot_audience (
  snapshot_id text not null references snapshot,
  party_id text not null references party,
  primary key (snapshot_id, party_id)
) strict;

create table snapshot_thread (
  snapshot_id text not null references snapshot,
  thread_id text not null references thread,
  requirement_id text not null references requirement,
  state text not null,
  primary key (snapshot_id, thread_id)
) strict;

create table journal (
  project_id text not null references project,
  seq bigint not null,
  at text not null,
  person_id text not null,
  party_id text not null references party,
  command text not null,
  entry text not null,
  heads text,
  previous_hash text not null,
  hash text not null,
  primary key (project_id, seq)
) clustered;

create table idempotency (
  person_id text not null,
  key text not null,
  request text not null,
  status integer,
  body text,
  created_at text not null,
  primary key (person_id, key)
) strict;
create index idempotency_created on idempotency (created_at);
`

const split = (text: string) =>
  text
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const statements: Record<Store['kind'], readonly string[]> = {
  // SQLite holds columns to their types only in strict tables, and keeps rows in key order only without a rowid.
  sqlite: split(
    ddl
      .replaceAll(/\bbytes\b/g, 'blob')
      .replaceAll(/\bbigint\b/g, 'integer')
      .replace('selected_party_id text', 'selected_party_id text references party')
      .replaceAll(/\) clustered/g, ') strict, without rowid'),
  ),
  // All in one round trip.
  postgres: [
    ddl.replaceAll(/\bbytes\b/g, 'bytea').replaceAll(/\) (strict|clustered)/g, ')'),
    'alter table project add foreign key (selected_party_id) references party',
  ],
}
