-- Official papers drafted from a frozen month: their text version by version, and what sealing gave each.

create table paper (
  tenant_id uuid not null references tenant,
  id uuid not null,
  programme_id uuid not null,
  kind text not null check (kind in ('bulletin', 'leader-brief', 'annual-report')),
  month date not null,
  freeze_no integer not null,
  leader_post_id uuid,
  drafted_by uuid not null,
  drafted_post uuid not null,
  drafted_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id, month, freeze_no) references month_freeze (tenant_id, programme_id, month, no),
  foreign key (tenant_id, leader_post_id) references post (tenant_id, id),
  foreign key (tenant_id, drafted_by) references person (tenant_id, id),
  foreign key (tenant_id, drafted_post) references post (tenant_id, id),
  constraint paper_brief_has_leader check ((kind = 'leader-brief') = (leader_post_id is not null))
);
create index paper_by_programme on paper (tenant_id, programme_id, drafted_at desc);

-- Version 1 is what was drafted from the figures.
create table paper_text (
  tenant_id uuid not null,
  paper_id uuid not null,
  version integer not null check (version > 0),
  title text not null check (title <> ''),
  addressee text not null,
  body text not null,
  issuer text not null check (issuer <> ''),
  copies text not null,
  saved_by uuid not null,
  saved_post uuid not null,
  saved_at timestamptz not null,
  constraint paper_text_overtaken primary key (tenant_id, paper_id, version),
  foreign key (tenant_id, paper_id) references paper (tenant_id, id),
  foreign key (tenant_id, saved_by) references person (tenant_id, id),
  foreign key (tenant_id, saved_post) references post (tenant_id, id)
);

-- A government's own form of a kind of paper, version by version; without bytes it goes back to the standard's.
create table paper_template (
  tenant_id uuid not null references tenant,
  kind text not null check (kind in ('bulletin', 'leader-brief', 'annual-report')),
  version integer not null check (version > 0),
  file_name text,
  bytes bytea,
  sha256 bytea check (length(sha256) = 32),
  set_by uuid not null,
  set_post uuid not null,
  set_at timestamptz not null,
  constraint paper_template_overtaken primary key (tenant_id, kind, version),
  foreign key (tenant_id, set_by) references person (tenant_id, id),
  foreign key (tenant_id, set_post) references post (tenant_id, id),
  constraint paper_template_whole check ((bytes is null) = (file_name is null) and (bytes is null) = (sha256 is null))
);

-- A paper is sealed once: with the next number of its series and year, and with its bytes, which its digests are of.
create table paper_seal (
  tenant_id uuid not null,
  paper_id uuid not null,
  version integer not null,
  kind text not null,
  year integer not null,
  no integer not null check (no > 0),
  dated date not null,
  bytes bytea not null,
  sha256 bytea not null check (length(sha256) = 32),
  sm3 bytea not null check (length(sm3) = 32),
  -- Of the snapshot it was made from.
  snapshot_sha256 bytea not null check (length(snapshot_sha256) = 32),
  sealed_by uuid not null,
  sealed_post uuid not null,
  sealed_at timestamptz not null,
  constraint paper_sealed primary key (tenant_id, paper_id),
  constraint paper_number_taken unique (tenant_id, kind, year, no),
  foreign key (tenant_id, paper_id, version) references paper_text (tenant_id, paper_id, version),
  foreign key (tenant_id, sealed_by) references person (tenant_id, id),
  foreign key (tenant_id, sealed_post) references post (tenant_id, id)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['paper', 'paper_text', 'paper_template', 'paper_seal'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;
