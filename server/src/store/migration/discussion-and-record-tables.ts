/** What is said of requirements, and what is kept for good, in the same words. */
export const discussionAndRecordTables = `
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
