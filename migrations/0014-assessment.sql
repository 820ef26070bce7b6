-- Assessment (glossary: 考核) and what is carried over into the next year's programme (结转).

-- How a government assesses its units from a year on (src/domain/assessment/scheme.ts); the latest for a year counts.
create table assessment_scheme (
  tenant_id uuid not null references tenant,
  no integer not null check (no > 0),
  from_year integer not null check (from_year between 2000 and 2200),
  scheme jsonb not null,
  reason text not null check (reason <> ''),
  recorded_by uuid not null,
  recorded_post uuid not null,
  recorded_at timestamptz not null,
  constraint assessment_scheme_overtaken primary key (tenant_id, no),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id),
  foreign key (tenant_id, recorded_post) references post (tenant_id, id)
);

-- How satisfied people are with a unit's promises, in percent, as somebody measured it; the latest counts.
create table satisfaction_figure (
  tenant_id uuid not null,
  programme_id uuid not null,
  unit_id uuid not null,
  no integer not null check (no > 0),
  value numeric not null check (value between 0 and 100),
  source text not null check (source <> ''),
  recorded_by uuid not null,
  recorded_post uuid not null,
  recorded_at timestamptz not null,
  constraint satisfaction_figure_overtaken primary key (tenant_id, programme_id, unit_id, no),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id),
  foreign key (tenant_id, recorded_post) references post (tenant_id, id)
);

-- What was decided to go on with in the next year, and the draft that was made of it.
create table carry_over (
  tenant_id uuid not null,
  programme_id uuid not null,
  no integer not null check (no > 0),
  decision text not null check (decision <> ''),
  decided_on date not null,
  import_id uuid not null,
  recorded_by uuid not null,
  recorded_post uuid not null,
  recorded_at timestamptz not null,
  constraint carry_over_overtaken primary key (tenant_id, programme_id, no),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id),
  foreign key (tenant_id, recorded_post) references post (tenant_id, id)
);

create table carried_promise (
  tenant_id uuid not null,
  programme_id uuid not null,
  carry_over_no integer not null,
  indicator_id uuid not null,
  -- What is left to do; null where the whole promise goes on.
  rest numeric check (rest > 0),
  primary key (tenant_id, programme_id, carry_over_no, indicator_id),
  foreign key (tenant_id, programme_id, carry_over_no) references carry_over (tenant_id, programme_id, no),
  foreign key (tenant_id, programme_id, indicator_id) references indicator (tenant_id, programme_id, id)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['assessment_scheme', 'satisfaction_figure', 'carry_over', 'carried_promise'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;
