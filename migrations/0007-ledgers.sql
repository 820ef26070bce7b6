-- Ledgers (glossary: 台账): entries that are counted, what came of each, and the files that prove them.

-- One file loaded into a ledger, all of it or nothing.
create table ledger_load (
  tenant_id uuid not null,
  id uuid not null,
  indicator_id uuid not null,
  unit_id uuid not null,
  file_name text not null check (file_name <> ''),
  sha256 bytea not null check (length(sha256) = 32),
  rows_added integer not null check (rows_added >= 0),
  rows_known integer not null check (rows_known >= 0),
  loaded_by uuid not null,
  loaded_post uuid not null,
  loaded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, loaded_by) references person (tenant_id, id),
  foreign key (tenant_id, loaded_post) references post (tenant_id, id)
);
create index ledger_load_by_indicator on ledger_load (tenant_id, indicator_id, unit_id);

-- One counted thing. Never changed: a correction is a new entry that replaces it.
create table entry (
  tenant_id uuid not null,
  id uuid not null,
  indicator_id uuid not null,
  unit_id uuid not null,
  -- The month it counts in: its first day.
  month date not null check (extract(day from month) = 1),
  name text check (name <> ''),
  place text check (place <> ''),
  district text check (district <> ''),
  identifier text check (identifier <> ''),
  done_on date,
  stage text check (stage <> ''),
  certificate text check (certificate <> ''),
  source_system text check (source_system <> ''),
  -- What it counts for towards the indicator, by its kind (src/domain/ledger.ts).
  counts numeric not null,
  denominator numeric check (denominator > 0),
  beneficiaries numeric check (beneficiaries >= 0),
  outages numeric check (outages >= 0),
  -- CGCS2000 degrees; the datum it was given in, where it came from, and how exact it is in metres.
  longitude numeric check (longitude >= -180 and longitude <= 180),
  latitude numeric check (latitude >= -90 and latitude <= 90),
  given_datum text check (given_datum in ('CGCS2000', 'WGS-84', 'GCJ-02', 'BD-09')),
  coordinate_source text check (coordinate_source in ('typed', 'map', 'photograph', 'file', 'feed')),
  accuracy numeric check (accuracy >= 0),
  -- The same content loaded or typed again is known by it: a digest of the columns and of how often they occurred before.
  content_key uuid not null,
  load_id uuid,
  -- The row of the file it was loaded from.
  load_row integer check (load_row > 0),
  replaces uuid,
  -- Why it replaces another.
  reason text check (reason <> ''),
  entered_by uuid not null,
  entered_post uuid not null,
  entered_at timestamptz not null,
  primary key (tenant_id, id),
  constraint entry_known unique (tenant_id, indicator_id, unit_id, content_key),
  constraint entry_replaced unique (tenant_id, replaces),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, load_id) references ledger_load (tenant_id, id),
  foreign key (tenant_id, replaces) references entry (tenant_id, id),
  foreign key (tenant_id, entered_by) references person (tenant_id, id),
  foreign key (tenant_id, entered_post) references post (tenant_id, id),
  constraint entry_correction_has_reason check ((replaces is null) = (reason is null)),
  constraint entry_place_whole check ((longitude is null) = (latitude is null) and (longitude is null) = (given_datum is null))
);
create index entry_by_cell on entry (tenant_id, indicator_id, unit_id, month, id);
create index entry_by_identifier on entry (tenant_id, identifier) where identifier is not null;
create index entry_by_position on entry (tenant_id, longitude, latitude) where longitude is not null;

-- What was decided on an entry; the latest counts. An entry without a decision waits.
create table entry_decision (
  tenant_id uuid not null,
  entry_id uuid not null,
  no integer not null check (no > 0),
  decision text not null check (decision in ('accept', 'reject', 'withdraw')),
  reason text check (reason <> ''),
  decided_by uuid not null,
  decided_post uuid not null,
  decided_at timestamptz not null,
  constraint entry_decision_overtaken primary key (tenant_id, entry_id, no),
  foreign key (tenant_id, entry_id) references entry (tenant_id, id),
  foreign key (tenant_id, decided_by) references person (tenant_id, id),
  foreign key (tenant_id, decided_post) references post (tenant_id, id),
  constraint entry_rejection_has_reason check (decision = 'accept' or reason is not null)
);

-- Derived from entries and decisions, kept in step inside the transaction that writes them; rebuilt to the same rows.
create table entry_tally (
  tenant_id uuid not null,
  indicator_id uuid not null,
  unit_id uuid not null,
  month date not null check (extract(day from month) = 1),
  accepted_entries integer not null default 0 check (accepted_entries >= 0),
  accepted_counts numeric not null default 0,
  accepted_denominator numeric not null default 0,
  waiting_entries integer not null default 0 check (waiting_entries >= 0),
  waiting_counts numeric not null default 0,
  waiting_denominator numeric not null default 0,
  primary key (tenant_id, indicator_id, unit_id, month),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);

-- A file that proves something, known by the digests of its original bytes, which are kept outside the database.
create table evidence (
  tenant_id uuid not null references tenant,
  id uuid not null,
  file_name text not null check (file_name <> ''),
  media_type text not null check (media_type <> ''),
  byte_size bigint not null check (byte_size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  sm3 bytea not null check (length(sm3) = 32),
  -- What the original says of itself (EXIF), read before anything is resized.
  taken_at timestamp,
  longitude numeric check (longitude >= -180 and longitude <= 180),
  latitude numeric check (latitude >= -90 and latitude <= 90),
  camera text check (camera <> ''),
  width integer check (width > 0),
  height integer check (height > 0),
  -- 64 bits of a perceptual hash; near-same pictures differ in few of them.
  perceptual_hash bit(64),
  -- A small picture of it, as WebP.
  thumbnail bytea,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (tenant_id, id),
  constraint evidence_known unique (tenant_id, sha256),
  foreign key (tenant_id, uploaded_by) references person (tenant_id, id)
);

-- What a file proves: an entry, or what a unit states for a month.
create table evidence_link (
  tenant_id uuid not null,
  id uuid not null,
  evidence_id uuid not null,
  indicator_id uuid not null,
  unit_id uuid not null,
  month date not null check (extract(day from month) = 1),
  entry_id uuid,
  linked_by uuid not null,
  linked_post uuid not null,
  linked_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, evidence_id) references evidence (tenant_id, id),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, entry_id) references entry (tenant_id, id),
  foreign key (tenant_id, linked_by) references person (tenant_id, id),
  foreign key (tenant_id, linked_post) references post (tenant_id, id)
);
create index evidence_link_by_cell on evidence_link (tenant_id, indicator_id, unit_id, month);
create index evidence_link_by_entry on evidence_link (tenant_id, entry_id);
create index evidence_link_by_evidence on evidence_link (tenant_id, evidence_id);

-- What looks odd, for the reviewer (glossary: 疑点); never in the way of anybody.
create table suspicion (
  tenant_id uuid not null,
  id uuid not null,
  indicator_id uuid not null,
  unit_id uuid not null,
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('same-photograph', 'near-photograph', 'near-entry', 'same-identifier', 'outside-district', 'taken-before-adoption', 'taken-after-period', 'jump', 'round-figure', 'ratio-above-one')),
  entry_id uuid,
  evidence_id uuid,
  -- The other side: the entry or file it resembles, wherever that is.
  other_entry_id uuid,
  other_evidence_id uuid,
  details jsonb not null,
  found_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, entry_id) references entry (tenant_id, id),
  foreign key (tenant_id, other_entry_id) references entry (tenant_id, id),
  foreign key (tenant_id, evidence_id) references evidence (tenant_id, id),
  foreign key (tenant_id, other_evidence_id) references evidence (tenant_id, id)
);
create index suspicion_by_cell on suspicion (tenant_id, indicator_id, unit_id, month);

-- A reviewer's word on one: it is explained, or it is borne out.
create table suspicion_ruling (
  tenant_id uuid not null,
  suspicion_id uuid not null,
  no integer not null check (no > 0),
  ruling text not null check (ruling in ('explained', 'upheld')),
  reason text not null check (reason <> ''),
  ruled_by uuid not null,
  ruled_post uuid not null,
  ruled_at timestamptz not null,
  constraint suspicion_ruling_overtaken primary key (tenant_id, suspicion_id, no),
  foreign key (tenant_id, suspicion_id) references suspicion (tenant_id, id),
  foreign key (tenant_id, ruled_by) references person (tenant_id, id),
  foreign key (tenant_id, ruled_post) references post (tenant_id, id)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['ledger_load', 'entry', 'entry_decision', 'entry_tally', 'evidence', 'evidence_link', 'suspicion', 'suspicion_ruling'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;

-- Known when the last row is in, in the transaction that loads.
grant update (rows_added, rows_known) on ledger_load to jiannuo_app;
grant update (accepted_entries, accepted_counts, accepted_denominator, waiting_entries, waiting_counts, waiting_denominator) on entry_tally to jiannuo_app;
