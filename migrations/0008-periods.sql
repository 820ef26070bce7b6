-- The months of a programme: when they open, are due and lock; what each unit states, and what reviewers decide.

-- Days off and days made up, of a government's calendar; the latest word on a day counts.
create table calendar_day (
  tenant_id uuid not null references tenant,
  day date not null,
  no integer not null check (no > 0),
  -- `ordinary` takes an earlier word back.
  kind text not null check (kind in ('holiday', 'workday', 'ordinary')),
  name text not null check (name <> ''),
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, day, no),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);

-- The rule that a programme's periods follow from a month on (src/domain/period.ts); the latest for a month counts.
create table period_rule (
  tenant_id uuid not null,
  programme_id uuid not null,
  no integer not null check (no > 0),
  from_month date not null check (extract(day from from_month) = 1),
  rule jsonb not null,
  reason text check (reason <> ''),
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint period_rule_overtaken primary key (tenant_id, programme_id, no),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);

-- How an indicator's figures are meant: of the period, or since the start of the year. The latest counts.
create table indicator_semantics (
  tenant_id uuid not null,
  indicator_id uuid not null,
  no integer not null check (no > 0),
  semantics text not null check (semantics in ('period', 'cumulative')),
  reason text check (reason <> ''),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint indicator_semantics_overtaken primary key (tenant_id, indicator_id, no),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);

-- What is being typed for a cell, saved as it is typed; no fact yet. `revision` tells two writers apart.
create table actual_draft (
  tenant_id uuid not null,
  indicator_id uuid not null,
  unit_id uuid not null,
  month date not null check (extract(day from month) = 1),
  revision integer not null check (revision > 0),
  draft jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (tenant_id, indicator_id, unit_id, month),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, saved_by) references person (tenant_id, id)
);

-- What a unit states for an indicator and a month (glossary: 填报数), version by version.
create table actual (
  tenant_id uuid not null,
  indicator_id uuid not null,
  unit_id uuid not null,
  month date not null check (extract(day from month) = 1),
  version integer not null check (version > 0),
  programme_id uuid not null,
  semantics text not null check (semantics in ('period', 'cumulative')),
  -- Null where a promise has no figure: its stage, text and events are reported.
  value numeric,
  denominator numeric check (denominator > 0),
  stage text check (stage <> ''),
  -- Where the value comes from: the sum of the ledger's entries, stated, or a feed.
  origin text not null check (origin in ('ledger', 'stated', 'feed')),
  narrative text check (narrative <> ''),
  problem text check (problem <> ''),
  next_step text check (next_step <> ''),
  -- Why it comes after the due date, or after the lock, or falls below what was stated before.
  late_reason text check (late_reason <> ''),
  correction_reason text check (correction_reason <> ''),
  submitted_by uuid not null,
  submitted_post uuid not null,
  submitted_at timestamptz not null,
  constraint actual_overtaken primary key (tenant_id, indicator_id, unit_id, month, version),
  foreign key (tenant_id, programme_id, indicator_id) references indicator (tenant_id, programme_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, submitted_by) references person (tenant_id, id),
  foreign key (tenant_id, submitted_post) references post (tenant_id, id)
);
create index actual_by_programme on actual (tenant_id, programme_id, month);

-- A step's decision on one version.
create table review (
  tenant_id uuid not null,
  indicator_id uuid not null,
  unit_id uuid not null,
  month date not null,
  version integer not null,
  step text not null check (step in ('lead', 'office')),
  decision text not null check (decision in ('approve', 'return')),
  reason text check (reason <> ''),
  reviewed_by uuid not null,
  reviewed_post uuid not null,
  reviewed_at timestamptz not null,
  constraint review_given primary key (tenant_id, indicator_id, unit_id, month, version, step),
  foreign key (tenant_id, indicator_id, unit_id, month, version) references actual (tenant_id, indicator_id, unit_id, month, version),
  foreign key (tenant_id, reviewed_by) references person (tenant_id, id),
  foreign key (tenant_id, reviewed_post) references post (tenant_id, id),
  constraint review_return_has_reason check (decision <> 'return' or reason is not null)
);

-- Derived from actuals and reviews, kept in step inside the transaction that writes them; rebuilt to the same rows.
create table cell_standing (
  tenant_id uuid not null,
  indicator_id uuid not null,
  unit_id uuid not null,
  month date not null check (extract(day from month) = 1),
  programme_id uuid not null,
  version integer not null check (version > 0),
  state text not null check (state in ('submitted', 'lead-approved', 'returned', 'approved')),
  -- Cumulative to the end of the month, as last stated and as last approved by every step.
  stated numeric,
  stated_denominator numeric,
  approved_version integer check (approved_version > 0),
  approved numeric,
  approved_denominator numeric,
  primary key (tenant_id, indicator_id, unit_id, month),
  foreign key (tenant_id, indicator_id, unit_id, month, version) references actual (tenant_id, indicator_id, unit_id, month, version)
);
create index cell_standing_by_programme on cell_standing (tenant_id, programme_id, month);

-- A month as the office froze it: what every later paper and public page cites. Freezing again is a new number.
create table month_freeze (
  tenant_id uuid not null,
  programme_id uuid not null,
  month date not null check (extract(day from month) = 1),
  no integer not null check (no > 0),
  -- The snapshot as canonical JSON text: the digests are of exactly these characters in UTF-8.
  snapshot text not null,
  sha256 bytea not null check (length(sha256) = 32),
  sm3 bytea not null check (length(sm3) = 32),
  reason text check (reason <> ''),
  frozen_by uuid not null,
  frozen_post uuid not null,
  frozen_at timestamptz not null,
  constraint month_freeze_overtaken primary key (tenant_id, programme_id, month, no),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id),
  foreign key (tenant_id, frozen_by) references person (tenant_id, id),
  foreign key (tenant_id, frozen_post) references post (tenant_id, id),
  constraint month_freeze_again_has_reason check (no = 1 or reason is not null)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['calendar_day', 'period_rule', 'indicator_semantics', 'actual_draft', 'actual', 'review', 'cell_standing', 'month_freeze'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;

grant update (revision, draft, saved_by, saved_at) on actual_draft to jiannuo_app;
grant delete on actual_draft to jiannuo_app;
grant update (version, state, stated, stated_denominator, approved_version, approved, approved_denominator) on cell_standing to jiannuo_app;
