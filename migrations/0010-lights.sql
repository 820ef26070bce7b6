-- Lights: the rules they follow from, and each as it was published with a frozen month. What entries bring to them, and
-- how their neighbours are found.

-- What 12345 and visits say of a service in the month, beside how often it stood still.
alter table entry add column complaints numeric check (complaints >= 0);

-- Which square of 0.002 degrees (some 200 metres) a place lies in: neighbours are sought by it. Figures cannot be: below
-- row-level security an index serves only comparisons that are leakproof, and those of numeric are not.
alter table entry
  add column square_x integer generated always as (floor(longitude * 500)::integer) stored,
  add column square_y integer generated always as (floor(latitude * 500)::integer) stored;
create index entry_by_square on entry (tenant_id, square_x, square_y) where square_x is not null;
drop index entry_by_position;

-- The rules of a government's lights from a month on (src/domain/light/light-rules.ts); the latest for a month counts.
create table light_rule (
  tenant_id uuid not null references tenant,
  no integer not null check (no > 0),
  from_month date not null check (extract(day from from_month) = 1),
  rules jsonb not null,
  reason text not null check (reason <> ''),
  recorded_by uuid not null,
  recorded_post uuid not null,
  recorded_at timestamptz not null,
  constraint light_rule_overtaken primary key (tenant_id, no),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id),
  foreign key (tenant_id, recorded_post) references post (tenant_id, id)
);

-- A light as published: never changed by later figures or rules. `subject_id` is a promise, task, project, unit, the
-- post of a leader, or the programme itself.
create table published_light (
  tenant_id uuid not null,
  programme_id uuid not null,
  month date not null,
  freeze_no integer not null,
  scope text not null check (scope in ('indicator', 'task', 'project', 'unit', 'leader', 'programme')),
  subject_id uuid not null,
  level text not null check (level in ('unplanned', 'not-due', 'reached', 'ahead', 'on-plan', 'behind', 'far-behind')),
  clause text not null check (clause <> ''),
  -- The numbers its sentence is made of (src/domain/light/light.ts).
  reason jsonb not null,
  -- The colour it had by the rules of then.
  colour text not null check (colour in ('blue', 'green', 'yellow', 'orange', 'red', 'grey')),
  primary key (tenant_id, programme_id, month, freeze_no, scope, subject_id),
  foreign key (tenant_id, programme_id, month, freeze_no) references month_freeze (tenant_id, programme_id, month, no)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['light_rule', 'published_light'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;
