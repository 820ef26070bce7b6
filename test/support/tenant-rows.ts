/**
 * Rows of a tenant in every table there is, made from the catalogue alone: values are taken from the rows that
 * foreign keys lead to or from samples of the column's type, and PostgreSQL itself looks for a combination that
 * satisfies the checks. A new table needs nothing here unless its checks ask for values no sample meets.
 */
import { escapeIdentifier, escapeLiteral, type Client } from 'pg'

type Column = { readonly name: string; readonly type: string; readonly nullable: boolean }
type Check = { readonly columns: readonly string[]; readonly expression: string }
type Reference = {
  readonly table: string
  readonly columns: readonly string[]
  readonly referenced: readonly string[]
}
export type TableShape = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly checks: readonly Check[]
  readonly references: readonly Reference[]
}

/** The tables that hold tenants' rows, each after those it refers to. */
export async function tenantTables(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(shapeQuery)
  return inOrderOfReference(rows)
}

function inOrderOfReference(tables: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = []
  const visit = (table: TableShape, path: readonly string[]): void => {
    if (ordered.includes(table)) return
    if (path.includes(table.name))
      throw new Error(`foreign keys in a circle: ${[...path, table.name].join(' → ')}`)
    const needed = new Set(
      table.references.map((reference) => reference.table).filter((name) => name !== table.name),
    )
    for (const other of tables) if (needed.has(other.name)) visit(other, [...path, table.name])
    ordered.push(table)
  }
  for (const table of tables) visit(table, [])
  return ordered
}

/** Gives the tenant one or two rows in each table; `client` must be able to get past row-level security. */
export async function fillTenant(
  client: Client,
  tables: readonly TableShape[],
  tenantId: string,
): Promise<void> {
  for (const table of tables) {
    const { rowCount } = await client.query(insertion(table, tenantId)).catch((error: unknown) => {
      throw new Error(`no row can be made for table ${table.name}: ${String(error)}`, { cause: error })
    })
    if (!rowCount)
      throw new Error(`no samples satisfy the checks of table ${table.name}: add some to tenant-rows.ts`)
  }
}

/** What the columns may be taken from: each a table expression with the columns it gives. */
type Source = { readonly sql: string; readonly columns: readonly string[] }

function insertion(table: TableShape, tenantId: string): string {
  const sources = [...referenceSources(table, tenantId), ...sampleSources(table)]
  const drawn = [...new Set(sources.flatMap((source) => source.columns))]
  const fresh = freeColumns(table).filter((column) => column.type === 'uuid')
  const names = ['tenant_id', ...drawn, ...fresh.map((column) => column.name)]
  const from = sources.map(
    (source, index) => `${source.sql} as s${index} (${source.columns.map(escapeIdentifier).join(', ')})`,
  )
  const first = (name: string): number => sources.findIndex((source) => source.columns.includes(name))
  const values = [
    `${escapeLiteral(tenantId)}::uuid as tenant_id`,
    ...drawn.map((name) => `s${first(name)}.${escapeIdentifier(name)}`),
    ...fresh.map((column) => `gen_random_uuid() as ${escapeIdentifier(column.name)}`),
  ]
  const agreeing = sources.flatMap((source, index) =>
    source.columns
      .filter((name) => first(name) < index)
      .map(
        (name) =>
          `s${first(name)}.${escapeIdentifier(name)} is not distinct from s${index}.${escapeIdentifier(name)}`,
      ),
  )
  const list = names.map(escapeIdentifier).join(', ')
  return `
    insert into ${escapeIdentifier(table.name)} (${list})
    select ${list} from (
      select ${values.join(', ')}
      ${from.length > 0 ? `from ${from.join(', ')}` : ''}
      ${agreeing.length > 0 ? `where ${agreeing.join(' and ')}` : ''}
    ) as candidate
    where ${['true', ...table.checks.map((check) => `(${check.expression}) is not false`)].join(' and ')}
    limit 2
    on conflict do nothing`
}

function referenceSources(table: TableShape, tenantId: string): Source[] {
  return table.references.flatMap((reference) => {
    const pairs = reference.columns.map((name, index) => [name, reference.referenced[index] ?? ''] as const)
    const own = pairs.filter(([name]) => name !== 'tenant_id')
    if (own.length === 0) return []
    const columns = own.map(([name]) => name)
    const optional = columns.some((name) => table.columns.find((column) => column.name === name)?.nullable)
    const nulls = `select ${columns.map((name) => `null::${typeOf(table, name)}`).join(', ')}`
    const rows = `select ${own.map(([, referenced]) => escapeIdentifier(referenced)).join(', ')}
      from ${escapeIdentifier(reference.table)} where tenant_id = ${escapeLiteral(tenantId)}`
    return [{ sql: `(${optional ? `${rows} union all ${nulls}` : rows})`, columns }]
  })
}

function sampleSources(table: TableShape): Source[] {
  return freeColumns(table)
    .filter((column) => column.type !== 'uuid')
    .map((column) => {
      const rows = samplesOf(table, column).map((sample) => `(${sample}::${column.type})`)
      return { sql: `(values ${rows.join(', ')})`, columns: [column.name] }
    })
}

/** Those no foreign key decides; of them a uuid is a new one in every row. */
function freeColumns(table: TableShape): Column[] {
  const referring = new Set(['tenant_id', ...table.references.flatMap((reference) => reference.columns)])
  return table.columns.filter((column) => !referring.has(column.name))
}

/** A column that no check mentions needs one sample; for the others, what their checks mention is tried too. */
function samplesOf(table: TableShape, column: Column): string[] {
  const expressions = table.checks
    .filter((check) => check.columns.includes(column.name))
    .map((check) => check.expression)
  const samples = samplesByType[column.type]
  if (samples === undefined)
    throw new Error(`${table.name}.${column.name}: no sample of type ${column.type} is known`)
  if (expressions.length === 0) return samples.slice(0, 1)
  const mentioned =
    column.type === 'text' ? expressions.flatMap((text) => text.match(/'(?:[^']|'')*'(?=::text)/g) ?? []) : []
  return [...new Set([...samples, ...mentioned, ...(column.nullable ? ['null'] : [])])]
}

const samplesByType: Readonly<Record<string, readonly string[]>> = {
  text: [`'sample'`, `'320400'`, `'中'`],
  'text[]': [`'{}'`, `'{sample}'`],
  boolean: ['false', 'true'],
  smallint: ['1', '0', '2', '12'],
  integer: ['1', '0', '2', '2023'],
  bigint: ['1', '0', '2'],
  numeric: ['1', '0', '0.5', '100'],
  date: [`'2023-03-01'`, `'2023-12-31'`],
  'timestamp with time zone': [`'2023-03-01T08:00:00Z'`, `'2023-12-31T08:00:00Z'`],
  'timestamp without time zone': [`'2023-03-01T08:00:00'`],
  'bit(64)': [`repeat('01', 32)`],
  jsonb: [`'{}'`, `'[]'`],
  bytea: [`sha256('sample')`, `'\\x01'`, `sha512('sample')`],
}

function typeOf(table: TableShape, name: string): string {
  return table.columns.find((column) => column.name === name)?.type ?? 'text'
}

const shapeQuery = `
select c.relname as name,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', not a.attnotnull) order by a.attnum)
   from pg_attribute a
   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '') as columns,
  coalesce((select json_agg(json_build_object('expression', pg_get_expr(k.conbin, k.conrelid),
     'columns', (select json_agg(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (k.conkey))))
   from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'), '[]') as checks,
  coalesce((select json_agg(json_build_object('table', r.relname,
     'columns', (select json_agg(a.attname order by p.place) from unnest(k.conkey) with ordinality p (num, place) join pg_attribute a on a.attrelid = c.oid and a.attnum = p.num),
     'referenced', (select json_agg(a.attname order by p.place) from unnest(k.confkey) with ordinality p (num, place) join pg_attribute a on a.attrelid = r.oid and a.attnum = p.num)) order by k.conname)
   from pg_constraint k join pg_class r on r.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f'), '[]') as "references"
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
order by c.relname`
