/** The only reader of the environment: strings in, one checked value out. */
import { z } from 'zod'

function isTileUrl(url: string): boolean {
  return (
    ['{z}', '{x}', '{y}'].every((part) => url.includes(part)) &&
    /^https?:$/.test(URL.parse(url)?.protocol ?? '')
  )
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** A PostgreSQL server to use instead of the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The schema owner's connection, where DATABASE_URL may not create roles and tables. */
  MIGRATION_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIRECTORY: z.string().default('data'),
  /** The government served where no host name says otherwise. */
  TENANT: z.string().default('demo'),
  /** Host names of governments: "sz.example.cn=suzhou,cz.example.cn=changzhou". */
  TENANT_HOSTS: z.string().default(''),
  /** Set when the site is reached over HTTPS. */
  SECURE_COOKIES: z.stringbool().default(false),
  /** Set behind a reverse proxy, so that addresses in the log are the visitors'. */
  TRUST_PROXY: z.stringbool().default(false),
  /** A GeoJSON of the government's own boundaries, with its approval number, instead of the sketch that comes along. */
  BOUNDARIES_FILE: z.string().optional(),
  /** Addresses of map tiles with {z}, {x} and {y}, lowest layer first, with blanks between them; none: no outside server. */
  TILE_URL: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter((url) => url !== ''))
    .refine((urls) => urls.every(isTileUrl), {
      message: 'must be http(s) addresses with {z}, {x} and {y}, with blanks between them',
    }),
  TILE_DATUM: z.enum(['CGCS2000', 'WGS-84', 'GCJ-02']).default('CGCS2000'),
  /** Whose map it is and under which approval number: shown on the map. */
  TILE_ATTRIBUTION: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

export type Config = {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  readonly migrationDatabaseUrl: string | undefined
  readonly dataDirectory: string
  readonly tenantCode: string
  readonly tenantHosts: ReadonlyMap<string, string>
  readonly secureCookies: boolean
  readonly trustProxy: boolean
  readonly boundariesFile: string | undefined
  readonly tiles: {
    readonly urls: readonly string[]
    readonly datum: z.output<typeof environment>['TILE_DATUM']
    readonly attribution: string
  }
  readonly logLevel: z.output<typeof environment>['LOG_LEVEL']
}

/** Throws an Error that names each wrong variable. */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const read = environment.safeParse(variables)
  if (!read.success) throw new Error(`The environment is not valid:\n${z.prettifyError(read.error)}`)
  const hosts = read.data.TENANT_HOSTS.split(',').filter((pair) => pair.includes('='))
  return {
    port: read.data.PORT,
    host: read.data.HOST,
    databaseUrl: read.data.DATABASE_URL,
    migrationDatabaseUrl: read.data.MIGRATION_DATABASE_URL,
    dataDirectory: read.data.DATA_DIRECTORY,
    tenantCode: read.data.TENANT,
    tenantHosts: new Map(
      hosts.map((pair) => pair.split('=', 2).map((part) => part.trim()) as [string, string]),
    ),
    secureCookies: read.data.SECURE_COOKIES,
    trustProxy: read.data.TRUST_PROXY,
    boundariesFile: read.data.BOUNDARIES_FILE,
    tiles: {
      urls: read.data.TILE_URL,
      datum: read.data.TILE_DATUM,
      attribution: read.data.TILE_ATTRIBUTION,
    },
    logLevel: read.data.LOG_LEVEL,
  }
}
