-- Supervision orders (glossary: 督办): what leaders instruct, what the office supervises, every turn of it, and the ladder.

-- The rules of a government's ladder from a month on (src/domain/order/ladder-rules.ts); the latest for a month counts.
create table ladder_rule (
  tenant_id uuid not null references tenant,
  no integer not null check (no > 0),
  from_month date not null check (extract(day from from_month) = 1),
  rules jsonb not null,
  reason text not null check (reason <> ''),
  recorded_by uuid not null,
  recorded_post uuid not null,
  recorded_at timestamptz not null,
  constraint ladder_rule_overtaken primary key (tenant_id, no),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id),
  foreign key (tenant_id, recorded_post) references post (tenant_id, id)
);

-- What a leader wrote (批示), on a promise or on the whole programme. It waits at the office until an order follows it.
create table instruction (
  tenant_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  indicator_id uuid,
  text text not null check (text <> ''),
  given_by uuid not null,
  given_post uuid not null,
  given_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, given_by) references person (tenant_id, id),
  foreign key (tenant_id, given_post) references post (tenant_id, id)
);
create index instruction_by_programme on instruction (tenant_id, programme_id);

-- A supervised matter: its form as it was issued. Where it stands is a fold over its facts.
create table supervision_order (
  tenant_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  origin text not null check (origin in ('light', 'doubt', 'instruction', 'hand')),
  indicator_id uuid,
  -- The month of the light.
  month date check (extract(day from month) = 1),
  suspicion_id uuid,
  instruction_id uuid,
  -- What it rests on in words, as it was then: the sentence of the light.
  ground text check (ground <> ''),
  subject text not null check (subject <> ''),
  content text not null check (content <> ''),
  instructed_by text check (instructed_by <> ''),
  lead_leader text check (lead_leader <> ''),
  cooperating_leaders text check (cooperating_leaders <> ''),
  contact text check (contact <> ''),
  phone text check (phone <> ''),
  feedback text not null check (feedback in ('once', 'days', 'monthly')),
  feedback_days integer check (feedback_days > 0),
  -- Null: a rule opened it.
  issued_by uuid,
  issued_post uuid,
  issued_at timestamptz not null,
  primary key (tenant_id, id),
  constraint supervision_order_instruction_followed unique (tenant_id, instruction_id),
  foreign key (tenant_id, programme_id) references programme (tenant_id, id),
  foreign key (tenant_id, indicator_id) references indicator (tenant_id, id),
  foreign key (tenant_id, suspicion_id) references suspicion (tenant_id, id),
  foreign key (tenant_id, instruction_id) references instruction (tenant_id, id),
  foreign key (tenant_id, issued_by) references person (tenant_id, id),
  foreign key (tenant_id, issued_post) references post (tenant_id, id),
  constraint supervision_order_origin_whole check (
    (origin = 'light') = (month is not null) and (origin = 'doubt') = (suspicion_id is not null)
    and (origin = 'instruction') = (instruction_id is not null) and (origin <> 'light' or indicator_id is not null)),
  constraint supervision_order_feedback_whole check ((feedback = 'days') = (feedback_days is not null)),
  constraint supervision_order_issuer_whole check ((issued_by is null) = (issued_post is null))
);
create index supervision_order_by_programme on supervision_order (tenant_id, programme_id);

create table supervision_order_unit (
  tenant_id uuid not null,
  order_id uuid not null,
  unit_id uuid not null,
  duty text not null check (duty in ('lead', 'cooperating')),
  position smallint not null check (position > 0),
  primary key (tenant_id, order_id, unit_id),
  foreign key (tenant_id, order_id) references supervision_order (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);

-- Numbered per series and year without gaps: the next is taken inside the turn of the tenant's writers.
create table supervision_order_number (
  tenant_id uuid not null,
  series text not null check (series <> ''),
  year integer not null check (year > 0),
  no integer not null check (no > 0),
  order_id uuid not null,
  primary key (tenant_id, series, year, no),
  constraint supervision_order_numbered unique (tenant_id, order_id),
  foreign key (tenant_id, order_id) references supervision_order (tenant_id, id)
);

-- Every turn: a step of the ladder, what units send in, what the office answers, and how it ends.
create table supervision_order_fact (
  tenant_id uuid not null,
  order_id uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('step', 'reply', 'feedback', 'extension', 'accept', 'return', 'extend', 'refuse', 'hold', 'resume', 'attach', 'close', 'withdraw')),
  step text check (step in ('reminder', 'urging', 'blue', 'orange', 'red', 'bulletin', 'talk')),
  -- By when; of an extension, the day that is asked for.
  due_on date,
  -- What is stated: the reply, the feedback, the progress so far.
  text text check (text <> ''),
  reason text check (reason <> ''),
  -- For which unit it was sent in.
  unit_id uuid,
  -- The rules by which it happened by itself; 0 are those that come with the product.
  rule_no integer check (rule_no >= 0),
  recorded_by uuid,
  recorded_post uuid,
  recorded_at timestamptz not null,
  constraint supervision_order_fact_overtaken primary key (tenant_id, order_id, no),
  foreign key (tenant_id, order_id) references supervision_order (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id),
  foreign key (tenant_id, recorded_post) references post (tenant_id, id),
  constraint supervision_order_fact_step_whole check ((kind = 'step') = (step is not null)),
  constraint supervision_order_fact_due_whole check ((kind in ('step', 'extension', 'return', 'extend', 'refuse')) = (due_on is not null)),
  constraint supervision_order_fact_by_whole check ((recorded_by is null) = (recorded_post is null) and (recorded_by is null) = (rule_no is not null))
);

-- Files that came with a turn; the bytes are evidence.
create table supervision_order_file (
  tenant_id uuid not null,
  order_id uuid not null,
  fact_no integer not null,
  evidence_id uuid not null,
  primary key (tenant_id, order_id, fact_no, evidence_id),
  foreign key (tenant_id, order_id, fact_no) references supervision_order_fact (tenant_id, order_id, no),
  foreign key (tenant_id, evidence_id) references evidence (tenant_id, id)
);

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('plan-to-sign', 'plan-objected', 'plan-to-consent', 'plan-decided', 'sheet-open', 'due-soon', 'overdue', 'returned', 'to-review', 'reopened', 'frozen', 'order-given', 'order-due-soon', 'order-lapsed', 'order-waiting', 'order-answered', 'instruction-given', 'instruction-followed'));
-- What an order was told of already is asked every minute; what it is told of again is found by what it is about.
create index notice_by_once_key on notice (tenant_id, once_key);
create index notice_by_about on notice (tenant_id, (details ->> 'about')) where details ? 'about';

do $$
declare
  walled text;
begin
  foreach walled in array array['ladder_rule', 'instruction', 'supervision_order', 'supervision_order_unit', 'supervision_order_number', 'supervision_order_fact', 'supervision_order_file'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;
