-- What the accepted entries say of services is summed up with the rest of their tally: a light asks for it in every month.
alter table entry_tally
  add column accepted_outages numeric not null default 0,
  add column accepted_complaints numeric not null default 0;
grant update (accepted_outages, accepted_complaints) on entry_tally to jiannuo_app;

-- Of every government: whoever migrates sees through no tenant's wall.
alter table entry no force row level security;
alter table entry_decision no force row level security;
alter table entry_tally no force row level security;

update entry_tally as tally set
  accepted_outages = trim_scale(told.outages),
  accepted_complaints = trim_scale(told.complaints)
from (
  select entry.tenant_id, entry.indicator_id, entry.unit_id, entry.month,
    coalesce(sum(entry.outages), 0) as outages, coalesce(sum(entry.complaints), 0) as complaints
  from entry
    join lateral (
      select decision from entry_decision
      where entry_decision.tenant_id = entry.tenant_id and entry_decision.entry_id = entry.id
      order by no desc limit 1) as latest on latest.decision = 'accept'
  where (entry.outages > 0 or entry.complaints > 0)
    and not exists (select from entry as newer where newer.tenant_id = entry.tenant_id and newer.replaces = entry.id)
  group by entry.tenant_id, entry.indicator_id, entry.unit_id, entry.month) as told
where tally.tenant_id = told.tenant_id and tally.indicator_id = told.indicator_id
  and tally.unit_id = told.unit_id and tally.month = told.month;

alter table entry force row level security;
alter table entry_decision force row level security;
alter table entry_tally force row level security;
