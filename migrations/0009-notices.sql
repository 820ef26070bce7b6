-- What a post is told (glossary: 提醒). It belongs to the post: whoever holds it, or stands in for it, sees it.

create table notice (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  kind text not null check (kind in ('plan-to-sign', 'plan-objected', 'plan-to-consent', 'plan-decided', 'sheet-open', 'due-soon', 'overdue', 'returned', 'to-review', 'reopened', 'frozen')),
  programme_id uuid,
  indicator_id uuid,
  unit_id uuid,
  month date check (extract(day from month) = 1),
  -- How many things it is about, and what its sentence names.
  details jsonb not null,
  -- The same notice is given once: what a repeated job would give again.
  once_key text not null check (once_key <> ''),
  given_at timestamptz not null,
  primary key (tenant_id, id),
  constraint notice_given unique (tenant_id, post_id, once_key),
  foreign key (tenant_id, post_id) references post (tenant_id, id),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index notice_by_post on notice (tenant_id, post_id, given_at);

-- Done, and not done after all: the latest mark counts.
create table notice_mark (
  tenant_id uuid not null,
  notice_id uuid not null,
  no integer not null check (no > 0),
  done boolean not null,
  -- Null: the system found that its cause is gone.
  marked_by uuid,
  marked_at timestamptz not null,
  primary key (tenant_id, notice_id, no),
  foreign key (tenant_id, notice_id) references notice (tenant_id, id),
  foreign key (tenant_id, marked_by) references person (tenant_id, id)
);

-- Where a person's notices go by e-mail, when they want that; the latest counts.
create table mail_address (
  tenant_id uuid not null,
  person_id uuid not null,
  no integer not null check (no > 0),
  -- Null: no e-mail any more.
  address text check (address ~ '^[^@\s]+@[^@\s]+$'),
  recorded_at timestamptz not null,
  primary key (tenant_id, person_id, no),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);

-- Each try to send a notice by e-mail.
create table mail_attempt (
  tenant_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  no integer not null check (no > 0),
  attempted_at timestamptz not null,
  failure text check (failure <> ''),
  primary key (tenant_id, notice_id, person_id, no),
  foreign key (tenant_id, notice_id) references notice (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['notice', 'notice_mark', 'mail_address', 'mail_attempt'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;
