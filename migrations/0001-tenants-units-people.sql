-- One government (tenant), its organisations, its posts and the people who hold them.
-- Conventions for every table of this schema (docs/database.md): tenant_id leads every key, row-level security is
-- enabled and forced, the application role is granted only what it needs, and nothing depends on triggers.

create table tenant (
  tenant_id uuid primary key,
  -- Derived from the code (UUID version 5), so a code is never reused for another government.
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null check (name <> ''),
  -- GB/T 2260 division code; some governments (development zones) have none.
  division_code text check (division_code ~ '^[0-9]{6}$'),
  is_demo boolean not null default false,
  created_at timestamptz not null
);

create table unit (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('government', 'department', 'district', 'town', 'institution', 'enterprise', 'organisation', 'group')),
  parent_id uuid,
  division_code text check (division_code ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references unit (tenant_id, id)
);
create index unit_by_parent on unit (tenant_id, parent_id);

-- Every name a unit is known by in documents, its own included.
create table unit_alias (
  tenant_id uuid not null,
  alias text not null check (alias <> ''),
  unit_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (tenant_id, alias, valid_from),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index unit_alias_by_unit on unit_alias (tenant_id, unit_id);

-- Which units a group (各辖市、区) stands for, and when.
create table unit_member (
  tenant_id uuid not null,
  group_id uuid not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (tenant_id, group_id, unit_id, valid_from),
  foreign key (tenant_id, group_id) references unit (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  check (group_id <> unit_id)
);
create index unit_member_by_unit on unit_member (tenant_id, unit_id);

create table person (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- Duty binds to the post; a person holds it for a time.
create table post (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  title text not null check (title <> ''),
  role text not null check (role in ('supervisor', 'lead-officer', 'district-officer', 'leader', 'system-admin', 'security-admin', 'audit-admin')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index post_by_unit on post (tenant_id, unit_id);

create table holding (
  tenant_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (tenant_id, post_id, person_id, valid_from),
  foreign key (tenant_id, post_id) references post (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index holding_by_person on holding (tenant_id, person_id);

create table account (
  tenant_id uuid not null,
  person_id uuid not null,
  sign_in_name text not null check (sign_in_name ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  -- Argon2id in PHC string form.
  password_hash text not null check (password_hash like '$argon2id$%'),
  password_changed_at timestamptz not null,
  disabled_at timestamptz,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  constraint account_sign_in_name_taken unique (tenant_id, sign_in_name)
);

-- A session is known by the SHA-256 of its token; the token itself is only in the browser's cookie.
create table session (
  tenant_id uuid not null,
  token_sha256 bytea not null check (length(token_sha256) = 32),
  person_id uuid not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  user_agent text not null,
  primary key (tenant_id, token_sha256),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index session_by_person on session (tenant_id, person_id);

-- Appended for every try, successful or not; the rate limit is a count over it.
create table sign_in_attempt (
  tenant_id uuid not null references tenant,
  id uuid not null,
  sign_in_name text not null,
  address text not null,
  attempted_at timestamptz not null,
  succeeded boolean not null,
  primary key (tenant_id, id)
);
create index sign_in_attempt_by_name on sign_in_attempt (tenant_id, sign_in_name, attempted_at);
create index sign_in_attempt_by_address on sign_in_attempt (tenant_id, address, attempted_at);

do $$
declare
  walled text;
begin
  foreach walled in array array['tenant', 'unit', 'unit_alias', 'unit_member', 'person', 'post', 'holding', 'account', 'session', 'sign_in_attempt'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;

grant update (valid_to) on unit, unit_alias, unit_member, post, holding to jiannuo_app;
grant update (sign_in_name, password_hash, password_changed_at, disabled_at) on account to jiannuo_app;
grant update (last_seen_at, ended_at) on session to jiannuo_app;
