-- Duty follows the post: a lead unit's head who reviews, and a stand-in for a time.

alter table post drop constraint post_role_check;
alter table post add constraint post_role_check check (role in ('supervisor', 'lead-officer', 'lead-reviewer', 'district-officer', 'leader', 'system-admin', 'security-admin', 'audit-admin'));

-- For a period another person acts for a post: its duties and its present inbox are theirs too.
create table delegation (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  to_person_id uuid not null,
  from_date date not null,
  to_date date not null,
  reason text not null check (reason <> ''),
  delegated_by uuid not null,
  delegated_at timestamptz not null,
  -- The last day it counts for, when it was ended before its time; before its first day: it never counted.
  ended_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, post_id) references post (tenant_id, id),
  foreign key (tenant_id, to_person_id) references person (tenant_id, id),
  foreign key (tenant_id, delegated_by) references person (tenant_id, id),
  constraint delegation_ends_after_start check (to_date >= from_date)
);
create index delegation_by_person on delegation (tenant_id, to_person_id);
create index delegation_by_post on delegation (tenant_id, post_id);

do $$
declare
  walled text;
begin
  foreach walled in array array['delegation'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;

grant update (ended_on) on delegation to jiannuo_app;

-- A password that somebody else knows (the first one, or one given anew) is good for one thing: choosing one's own.
alter table account add column must_change_password boolean not null default false;
grant update (must_change_password) on account to jiannuo_app;
