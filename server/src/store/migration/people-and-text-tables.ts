/** Who takes part, and the texts with their journals and what holds them; `bytes`, `strict` and `clustered` are put in a database's own words. */
export const peopleAndTextTables = `
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
`
