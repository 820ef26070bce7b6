-- What the office says of an instruction that needs no order of its own (glossary: 不另立项): why, and the order it is dealt
-- with under where there is one. An order that follows the instruction later takes it up again; what was said stays.
create table instruction_set_aside (
  tenant_id uuid not null,
  instruction_id uuid not null,
  reason text not null check (reason <> ''),
  order_id uuid,
  decided_by uuid not null,
  decided_post uuid not null,
  decided_at timestamptz not null,
  constraint instruction_set_aside_already primary key (tenant_id, instruction_id),
  foreign key (tenant_id, instruction_id) references instruction (tenant_id, id),
  foreign key (tenant_id, order_id) references supervision_order (tenant_id, id),
  foreign key (tenant_id, decided_by) references person (tenant_id, id),
  foreign key (tenant_id, decided_post) references post (tenant_id, id)
);

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('plan-to-sign', 'plan-objected', 'plan-to-consent', 'plan-decided', 'sheet-open', 'due-soon', 'overdue', 'returned', 'to-review', 'reopened', 'frozen', 'order-given', 'order-due-soon', 'order-lapsed', 'order-waiting', 'order-answered', 'instruction-given', 'instruction-followed', 'instruction-set-aside', 'acceptance-claimed', 'acceptance-returned', 'acceptance-accepted', 'acceptance-closed'));

alter table instruction_set_aside enable row level security;
alter table instruction_set_aside force row level security;
create policy tenant_wall on instruction_set_aside using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on instruction_set_aside to jiannuo_app;
