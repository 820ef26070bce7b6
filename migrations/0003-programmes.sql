-- A year's programme. Adopted once and immutable: the application may insert and read, never update or delete.
-- Projects, tasks and indicators are lasting identities; what they say is a version that came in with an amendment.
-- Amendment 0 is the adoption itself. The present is, per identity, the version with the highest amendment number.

create table programme (
  tenant_id uuid not null references tenant,
  id uuid not null,
  year integer not null check (year >= 1990 and year <= 2199),
  title text not null check (title <> ''),
  -- A district's own table: whose it is, and the programme of the government that it has its shares of.
  issuer_id uuid,
  share_of uuid,
  adopted_by uuid,
  adopted_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, issuer_id) references unit (tenant_id, id),
  foreign key (tenant_id, share_of) references programme (tenant_id, id),
  foreign key (tenant_id, adopted_by) references person (tenant_id, id),
  constraint programme_share_has_issuer check ((issuer_id is null) = (share_of is null))
);
create index programme_by_share on programme (tenant_id, share_of);
-- A district has one table beside a programme; a newer one amends it.
create unique index programme_share_taken on programme (tenant_id, share_of, issuer_id) where share_of is not null;

create table amendment (
  tenant_id uuid not null,
  programme_id uuid not null,
  no integer not null check (no >= 0),
  -- The reading that the versions of this amendment, and their places, come from.
  import_id uuid not null,
  -- The decision that allows it (陕西规定 第十八条: a change needs a decision); the adoption cites none.
  decision text check (decision <> ''),
  decided_on date,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, programme_id, no),
  constraint amendment_import_adopted unique (tenant_id, import_id),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id),
  constraint amendment_cites_decision check (no = 0 or (decision is not null and decided_on is not null))
);

create table project (
  tenant_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, id),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id)
);

create table project_version (
  tenant_id uuid not null,
  project_id uuid not null,
  amendment_no integer not null,
  programme_id uuid not null,
  no integer not null,
  name text not null check (name <> ''),
  position integer not null,
  place jsonb not null,
  withdrawn boolean not null default false,
  primary key (tenant_id, project_id, amendment_no),
  foreign key (tenant_id, programme_id, project_id) references project (tenant_id, programme_id, id),
  foreign key (tenant_id, programme_id, amendment_no) references amendment (tenant_id, programme_id, no)
);
create index project_version_by_programme on project_version (tenant_id, programme_id, amendment_no);

create table task (
  tenant_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, id),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id)
);

create table task_version (
  tenant_id uuid not null,
  task_id uuid not null,
  amendment_no integer not null,
  programme_id uuid not null,
  project_id uuid not null,
  no text not null check (no <> ''),
  position integer not null,
  text text not null check (text <> ''),
  deadline date,
  place jsonb not null,
  withdrawn boolean not null default false,
  primary key (tenant_id, task_id, amendment_no),
  foreign key (tenant_id, programme_id, task_id) references task (tenant_id, programme_id, id),
  foreign key (tenant_id, programme_id, project_id) references project (tenant_id, programme_id, id),
  foreign key (tenant_id, programme_id, amendment_no) references amendment (tenant_id, programme_id, no)
);
create index task_version_by_programme on task_version (tenant_id, programme_id, amendment_no);
create index task_version_by_project on task_version (tenant_id, project_id);

-- Who is bound to a task, in the order printed: leaders by their post, lead and cooperating units by unit or group.
create table task_duty (
  tenant_id uuid not null,
  task_id uuid not null,
  amendment_no integer not null,
  duty text not null check (duty in ('leader', 'lead', 'cooperating')),
  position integer not null,
  printed_name text not null check (printed_name <> ''),
  post_id uuid,
  unit_id uuid,
  place jsonb not null,
  primary key (tenant_id, task_id, amendment_no, duty, position),
  foreign key (tenant_id, task_id, amendment_no) references task_version (tenant_id, task_id, amendment_no),
  foreign key (tenant_id, post_id) references post (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  constraint task_duty_bound check ((duty = 'leader') = (post_id is not null) and (duty = 'leader') = (unit_id is null))
);
create index task_duty_by_unit on task_duty (tenant_id, unit_id);
create index task_duty_by_post on task_duty (tenant_id, post_id);

create table indicator (
  tenant_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, id),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id)
);

create table indicator_version (
  tenant_id uuid not null,
  indicator_id uuid not null,
  amendment_no integer not null,
  programme_id uuid not null,
  task_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('quantity', 'rate', 'milestone', 'entitlement', 'service', 'activity')),
  action text not null,
  object text not null check (object <> ''),
  comparator text check (comparator in ('eq', 'gte', 'lte', 'range', 'approx')),
  value numeric,
  value_max numeric,
  unit_of_measure text check (unit_of_measure <> ''),
  deadline date,
  ledger text not null check (ledger in ('points', 'works', 'equipment', 'households', 'beneficiaries', 'events', 'awards', 'coverage', 'stages', 'volumes', 'feed')),
  -- UTF-16 offsets in the task's text of the same amendment or the latest before it.
  span_start integer not null check (span_start >= 0),
  span_end integer not null,
  confidence numeric not null check (confidence >= 0 and confidence <= 1),
  origin text not null check (origin in ('read', 'corrected', 'confirmed', 'added')),
  withdrawn boolean not null default false,
  primary key (tenant_id, indicator_id, amendment_no),
  foreign key (tenant_id, programme_id, indicator_id) references indicator (tenant_id, programme_id, id),
  foreign key (tenant_id, programme_id, task_id) references task (tenant_id, programme_id, id),
  foreign key (tenant_id, programme_id, amendment_no) references amendment (tenant_id, programme_id, no),
  constraint indicator_value_compared check ((value is null) = (comparator is null)),
  constraint indicator_range_ends check ((comparator is not distinct from 'range') = (value_max is not null) and (value_max is null or value_max >= value)),
  constraint indicator_quantity_has_value check (kind not in ('quantity', 'rate') or value is not null),
  check (span_end > span_start)
);
create index indicator_version_by_programme on indicator_version (tenant_id, programme_id, amendment_no);
create index indicator_version_by_task on indicator_version (tenant_id, task_id);

-- Numbers of a task's text that are stated not to be targets.
create table not_target (
  tenant_id uuid not null,
  task_id uuid not null,
  amendment_no integer not null,
  span_start integer not null check (span_start >= 0),
  span_end integer not null,
  why text not null check (why <> ''),
  primary key (tenant_id, task_id, amendment_no, span_start),
  foreign key (tenant_id, task_id, amendment_no) references task_version (tenant_id, task_id, amendment_no),
  check (span_end > span_start)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['programme', 'amendment', 'project', 'project_version', 'task', 'task_version', 'task_duty', 'indicator', 'indicator_version', 'not_target'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;
