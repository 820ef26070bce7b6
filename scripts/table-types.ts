/**
 * Kysely's types of the tables. A uuid gets the brand of the table that its foreign keys lead to, a text column with
 * `check (… in (…))` the union of what it allows.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'

type Column = {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly generated: boolean
  readonly allowed: string | null
}
type Reference = {
  readonly table: string
  readonly column: string
  readonly toTable: string
  readonly toColumn: string
}

/** The application has nothing to do with it. */
const ledger = 'migration'

export async function tableTypes(client: Client): Promise<string> {
  const { rows: columns } = await client.query<Column>(columnQuery, [ledger])
  const { rows: references } = await client.query<Reference>(referenceQuery)
  const tables = Map.groupBy(columns, (column) => column.table)
  const types = [...tables].map(([table, own]) => {
    const fields = own.map((column) => `readonly ${column.name}: ${columnType(column, references)}`)
    return `export type ${pascal(table)}Table = {\n${fields.join('\n')}\n}\n`
  })
  const index = [...tables.keys()].map((table) => `readonly ${table}: ${pascal(table)}Table`)
  const body = `${types.join('\n')}\nexport type Tables = {\n${index.join('\n')}\n}\n`
  return `/** The tables as Kysely sees them. Written by npm run schema from the migrations; do not edit. */\n${imports(body)}\n${body}`
}

function columnType(column: Column, references: readonly Reference[]): string {
  const orNull = column.nullable ? ' | null' : ''
  // Sent as JSON text: pg would turn a JavaScript array into an array of PostgreSQL.
  if (column.type === 'jsonb') return `ColumnType<unknown, string${orNull}, string${orNull}>`
  const type = `${valueType(column, references)}${orNull}`
  return column.generated ? `Generated<${type}>` : type
}

function valueType(column: Column, references: readonly Reference[]): string {
  if (column.type === 'uuid') return brandOf(column.table, column.name, references) ?? 'string'
  if (column.allowed !== null) return column.allowed
  const plain = plainTypes[column.type]
  if (plain === undefined)
    throw new Error(`${column.table}.${column.name}: no type is known for ${column.type}`)
  return plain
}

const plainTypes: Readonly<Record<string, string>> = {
  text: 'string',
  'text[]': 'readonly string[]',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  numeric: 'Decimal',
  date: 'PlainDate',
  'timestamp with time zone': 'Date',
  // Wall-clock time as a camera writes it, without a zone: exact text.
  'timestamp without time zone': 'string',
  bit: 'string',
  bytea: 'Buffer',
}

const brands = new Set(
  Array.from(
    readFileSync(join(import.meta.dirname, '../src/domain/ids.ts'), 'utf8').matchAll(
      /export type (\w+Id)\b/g,
    ),
    (match) => match[1],
  ),
)

/** Follows foreign keys to the table whose identity the column is; self-references end at once. */
function brandOf(table: string, column: string, references: readonly Reference[]): string | undefined {
  const next = references.find(
    (reference) => reference.table === table && reference.column === column && reference.toTable !== table,
  )
  if (next !== undefined) return brandOf(next.toTable, next.toColumn, references)
  const self = references.find((reference) => reference.table === table && reference.column === column)
  const identity = self?.toColumn ?? column
  const brand = pascal(identity === 'id' ? `${table}_id` : identity)
  return brands.has(brand) ? brand : undefined
}

function imports(body: string): string {
  const used = (names: Iterable<string | undefined>): string[] =>
    [...names].filter((name): name is string => name !== undefined && new RegExp(`\\b${name}\\b`).test(body))
  const from = [
    [used(['ColumnType', 'Generated']), 'kysely'],
    [used(['Decimal']), '../domain/decimal.ts'],
    [used(brands), '../domain/ids.ts'],
    [used(['PlainDate']), '../domain/plain-date.ts'],
  ] as const
  const lines = from.filter(([names]) => names.length > 0)
  return lines.map(([names, source]) => `import type { ${names.join(', ')} } from '${source}'\n`).join('')
}

function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const columnQuery = `
select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
  (a.atthasdef or a.attidentity <> '') as generated,
  (select string_agg(literal[1], ' | ' order by place)
   from pg_constraint k,
     regexp_match(pg_get_constraintdef(k.oid), '^CHECK \\(\\((\\w+) = ANY \\(ARRAY\\[(.*)\\]\\)\\)\\)$') as parts,
     regexp_matches(parts[2], '(''[^'']*'')::text', 'g') with ordinality as found (literal, place)
   where k.conrelid = c.oid and k.contype = 'c' and parts[1] = a.attname) as allowed
from pg_class c join pg_attribute a on a.attrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  and a.attnum > 0 and not a.attisdropped and c.relname <> $1
order by c.relname collate "C", a.attnum`

const referenceQuery = `
select k.conrelid::regclass::text as "table", mine.attname as "column",
  k.confrelid::regclass::text as "toTable", theirs.attname as "toColumn"
from pg_constraint k, unnest(k.conkey, k.confkey) as pair (mine, theirs)
  join pg_attribute mine on true join pg_attribute theirs on true
where k.contype = 'f' and mine.attrelid = k.conrelid and mine.attnum = pair.mine
  and theirs.attrelid = k.confrelid and theirs.attnum = pair.theirs
order by k.conrelid, k.conname, pair.mine`
