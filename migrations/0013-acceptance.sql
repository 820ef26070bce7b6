-- Acceptance (glossary: 验收): what a lead unit claims of a promise, which entries are looked at on site, what was found
-- there, and what the office decides. Facts alone: where a promise stands is a fold (src/domain/acceptance/acceptance.ts).

-- How many entries are looked at; the latest counts for the claims after it.
create table acceptance_rule (
  tenant_id uuid not null references tenant,
  no integer not null check (no > 0),
  -- Of the entries that count: at least so many, so many per cent, at most so many.
  least integer not null check (least >= 1),
  percent integer not null check (percent between 0 and 100),
  most integer not null check (most >= least),
  reason text not null check (reason <> ''),
  recorded_by uuid not null,
  recorded_post uuid not null,
  recorded_at timestamptz not null,
  constraint acceptance_rule_overtaken primary key (tenant_id, no),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id),
  foreign key (tenant_id, recorded_post) references post (tenant_id, id)
);

create table acceptance_claim (
  tenant_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  indicator_id uuid not null,
  no integer not null check (no > 0),
  statement text not null check (statement <> ''),
  -- The latest figure approved by every step when it was claimed; null where the promise has none.
  figure numeric,
  figure_denominator numeric check (figure_denominator > 0),
  figure_month date check (extract(day from figure_month) = 1),
  -- The rule the sample was drawn by (0: the one that comes with the product), from so many entries, with this seed.
  rule_no integer not null check (rule_no >= 0),
  population integer not null check (population >= 0),
  seed text not null check (seed <> ''),
  claimed_by uuid not null,
  claimed_post uuid not null,
  claimed_at timestamptz not null,
  primary key (tenant_id, id),
  constraint acceptance_claim_overtaken unique (tenant_id, indicator_id, no),
  foreign key (tenant_id, programme_id, indicator_id) references indicator (tenant_id, programme_id, id),
  foreign key (tenant_id, claimed_by) references person (tenant_id, id),
  foreign key (tenant_id, claimed_post) references post (tenant_id, id)
);
create index acceptance_claim_by_programme on acceptance_claim (tenant_id, programme_id);

-- The entries drawn, when it was claimed: what is accepted later does not move them.
create table acceptance_sample (
  tenant_id uuid not null,
  claim_id uuid not null,
  entry_id uuid not null,
  position integer not null check (position > 0),
  primary key (tenant_id, claim_id, entry_id),
  foreign key (tenant_id, claim_id) references acceptance_claim (tenant_id, id),
  foreign key (tenant_id, entry_id) references entry (tenant_id, id)
);

-- What was found on site; the latest of an entry counts.
create table acceptance_inspection (
  tenant_id uuid not null,
  claim_id uuid not null,
  entry_id uuid not null,
  no integer not null check (no > 0),
  finding text not null check (finding in ('found', 'differs', 'not-found')),
  note text check (note <> ''),
  inspected_on date not null,
  inspected_by uuid not null,
  inspected_post uuid not null,
  recorded_at timestamptz not null,
  constraint acceptance_inspection_overtaken primary key (tenant_id, claim_id, entry_id, no),
  foreign key (tenant_id, claim_id, entry_id) references acceptance_sample (tenant_id, claim_id, entry_id),
  foreign key (tenant_id, inspected_by) references person (tenant_id, id),
  foreign key (tenant_id, inspected_post) references post (tenant_id, id),
  constraint acceptance_inspection_has_note check (finding = 'found' or note is not null)
);

-- Files of a claim, and photographs taken where a drawn entry was looked at.
create table acceptance_evidence (
  tenant_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  entry_id uuid,
  evidence_id uuid not null,
  linked_by uuid not null,
  linked_post uuid not null,
  linked_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, claim_id) references acceptance_claim (tenant_id, id),
  foreign key (tenant_id, claim_id, entry_id) references acceptance_sample (tenant_id, claim_id, entry_id),
  foreign key (tenant_id, evidence_id) references evidence (tenant_id, id),
  foreign key (tenant_id, linked_by) references person (tenant_id, id),
  foreign key (tenant_id, linked_post) references post (tenant_id, id)
);
create index acceptance_evidence_by_claim on acceptance_evidence (tenant_id, claim_id);

-- What the office decided on a claim, in order, with the checks as they stood.
create table acceptance_step (
  tenant_id uuid not null,
  claim_id uuid not null,
  no integer not null check (no > 0),
  step text not null check (step in ('accept', 'return', 'close')),
  reason text check (reason <> ''),
  checks jsonb not null,
  decided_by uuid not null,
  decided_post uuid not null,
  decided_at timestamptz not null,
  constraint acceptance_step_overtaken primary key (tenant_id, claim_id, no),
  foreign key (tenant_id, claim_id) references acceptance_claim (tenant_id, id),
  foreign key (tenant_id, decided_by) references person (tenant_id, id),
  foreign key (tenant_id, decided_post) references post (tenant_id, id),
  constraint acceptance_return_has_reason check (step <> 'return' or reason is not null)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['acceptance_rule', 'acceptance_claim', 'acceptance_sample', 'acceptance_inspection', 'acceptance_evidence', 'acceptance_step'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;

-- The kinds of notices there are, and those of acceptance.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('plan-to-sign', 'plan-objected', 'plan-to-consent', 'plan-decided', 'sheet-open', 'due-soon', 'overdue', 'returned', 'to-review', 'reopened', 'frozen', 'order-given', 'order-due-soon', 'order-lapsed', 'order-waiting', 'order-answered', 'instruction-given', 'instruction-followed', 'acceptance-claimed', 'acceptance-returned', 'acceptance-accepted', 'acceptance-closed'));
