-- The original files, what was read from them, and what people corrected before adoption.

create table document (
  tenant_id uuid not null references tenant,
  id uuid not null,
  file_name text not null check (file_name <> ''),
  media_type text not null,
  byte_size integer not null check (byte_size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  sm3 bytea not null check (length(sm3) = 32),
  bytes bytea not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  primary key (tenant_id, id),
  constraint document_known unique (tenant_id, sha256),
  foreign key (tenant_id, uploaded_by) references person (tenant_id, id)
);

-- One dry run: the document as its reader saw it and the draft programme, both never changed afterwards.
create table import (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  source jsonb not null,
  draft jsonb not null,
  started_by uuid,
  started_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references document (tenant_id, id),
  foreign key (tenant_id, started_by) references person (tenant_id, id)
);
create index import_by_document on import (tenant_id, document_id);

-- Corrections in order; the present draft is the fold of them over import.draft. Two people at once: the second finds
-- its number taken and is told.
create table import_correction (
  tenant_id uuid not null,
  import_id uuid not null,
  seq integer not null check (seq > 0),
  correction jsonb not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  constraint import_correction_overtaken primary key (tenant_id, import_id, seq),
  foreign key (tenant_id, import_id) references import (tenant_id, id),
  foreign key (tenant_id, corrected_by) references person (tenant_id, id)
);

do $$
declare
  walled text;
begin
  foreach walled in array array['document', 'import', 'import_correction'] loop
    execute format('alter table %I enable row level security', walled);
    execute format('alter table %I force row level security', walled);
    execute format('create policy tenant_wall on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', walled);
    execute format('grant select, insert on %I to jiannuo_app', walled);
  end loop;
end
$$;
