-- The log: one row for every write, in the same transaction, numbered without gaps per tenant. Append-only: the
-- application role can neither update nor delete it.

create table log_entry (
  tenant_id uuid not null references tenant,
  seq bigint not null check (seq > 0),
  logged_at timestamptz not null,
  -- Null for what the system does by itself (start, seed).
  person_id uuid,
  action text not null check (action <> ''),
  subject_kind text not null check (subject_kind <> ''),
  subject_id uuid,
  details jsonb not null,
  primary key (tenant_id, seq),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index log_entry_by_subject on log_entry (tenant_id, subject_id);

-- The last number given out; locked by each writing transaction, which is what keeps the numbers without gaps.
create table log_head (
  tenant_id uuid primary key references tenant,
  last_seq bigint not null check (last_seq >= 0)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['log_entry', 'log_head'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;

grant update (last_seq) on log_head to jiannuo_app;
