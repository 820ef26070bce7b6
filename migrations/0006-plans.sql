-- How a lead unit splits a target over units and months (glossary: 分解). Versions are appended; the plan in force is
-- the highest version that needs no consent or has it.

create table plan_version (
  tenant_id uuid not null,
  indicator_id uuid not null,
  version integer not null check (version > 0),
  programme_id uuid not null,
  -- The lead unit that splits it, and that reviews what is reported for it.
  lead_unit_id uuid not null,
  -- The amendment of the programme whose target this splits.
  amendment_no integer not null,
  -- How the months of each share were shaped: 序时, 阶梯, S 形, 六四开, or typed in; stages for milestones.
  curve text not null check (curve in ('linear', 'step', 's-curve', 'sixty-forty', 'typed', 'stages')),
  -- How the shares were found.
  basis text not null check (basis in ('number', 'percentage', 'base')),
  -- What the shares were weighed by, e.g. 常住人口 2022, where the basis is one.
  base_name text check (base_name <> ''),
  -- A change after somebody signed needs a reason and the office's consent.
  reason text check (reason <> ''),
  needs_consent boolean not null,
  drafted_by uuid not null,
  drafted_post uuid not null,
  drafted_at timestamptz not null,
  constraint plan_overtaken primary key (tenant_id, indicator_id, version),
  foreign key (tenant_id, programme_id, indicator_id) references indicator (tenant_id, programme_id, id),
  foreign key (tenant_id, programme_id, amendment_no) references amendment (tenant_id, programme_id, no),
  foreign key (tenant_id, lead_unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, drafted_by) references person (tenant_id, id),
  foreign key (tenant_id, drafted_post) references post (tenant_id, id),
  constraint plan_change_has_reason check (not needs_consent or reason is not null)
);
create index plan_version_by_programme on plan_version (tenant_id, programme_id);

-- A unit's share. Null where a promise has no figure to share (a milestone, a service, an activity).
create table plan_share (
  tenant_id uuid not null,
  indicator_id uuid not null,
  version integer not null,
  unit_id uuid not null,
  position integer not null,
  value numeric,
  -- For a rate: the share is numerator over denominator.
  denominator numeric check (denominator > 0),
  -- What the unit weighs in the basis: its percentage, its population, last year's figure.
  weight numeric check (weight >= 0),
  primary key (tenant_id, indicator_id, version, unit_id),
  foreign key (tenant_id, indicator_id, version) references plan_version (tenant_id, indicator_id, version),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index plan_share_by_unit on plan_share (tenant_id, unit_id);

-- What is to be reached by the end of a month, counted from the start of the year (a cumulative level).
create table plan_point (
  tenant_id uuid not null,
  indicator_id uuid not null,
  version integer not null,
  unit_id uuid not null,
  -- The first day of the month.
  month date not null check (extract(day from month) = 1),
  value numeric not null,
  denominator numeric check (denominator > 0),
  primary key (tenant_id, indicator_id, version, unit_id, month),
  foreign key (tenant_id, indicator_id, version, unit_id) references plan_share (tenant_id, indicator_id, version, unit_id)
);

-- A milestone's dated stages (立项→开工→主体→竣工→验收→投用, or done).
create table plan_stage (
  tenant_id uuid not null,
  indicator_id uuid not null,
  version integer not null,
  unit_id uuid not null,
  position integer not null,
  stage text not null check (stage <> ''),
  due_on date not null,
  primary key (tenant_id, indicator_id, version, unit_id, position),
  foreign key (tenant_id, indicator_id, version, unit_id) references plan_share (tenant_id, indicator_id, version, unit_id)
);

-- A unit signs for its share (签收) or objects with a reason; the latest counts.
create table plan_signature (
  tenant_id uuid not null,
  indicator_id uuid not null,
  version integer not null,
  unit_id uuid not null,
  no integer not null check (no > 0),
  decision text not null check (decision in ('sign', 'object')),
  reason text check (reason <> ''),
  signed_by uuid not null,
  signed_post uuid not null,
  signed_at timestamptz not null,
  constraint plan_signature_overtaken primary key (tenant_id, indicator_id, version, unit_id, no),
  foreign key (tenant_id, indicator_id, version, unit_id) references plan_share (tenant_id, indicator_id, version, unit_id),
  foreign key (tenant_id, signed_by) references person (tenant_id, id),
  foreign key (tenant_id, signed_post) references post (tenant_id, id),
  constraint plan_objection_has_reason check (decision <> 'object' or reason is not null)
);

-- The office's word on a version that needs its consent.
create table plan_consent (
  tenant_id uuid not null,
  indicator_id uuid not null,
  version integer not null,
  decision text not null check (decision in ('consent', 'refuse')),
  reason text check (reason <> ''),
  decided_by uuid not null,
  decided_post uuid not null,
  decided_at timestamptz not null,
  constraint plan_consent_given primary key (tenant_id, indicator_id, version),
  foreign key (tenant_id, indicator_id, version) references plan_version (tenant_id, indicator_id, version),
  foreign key (tenant_id, decided_by) references person (tenant_id, id),
  foreign key (tenant_id, decided_post) references post (tenant_id, id),
  constraint plan_refusal_has_reason check (decision <> 'refuse' or reason is not null)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['plan_version', 'plan_share', 'plan_point', 'plan_stage', 'plan_signature', 'plan_consent'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;
