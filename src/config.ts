/** The only reader of the environment: strings in, one checked value out. */
import { z } from 'zod'

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** A PostgreSQL server to use instead of the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The schema owner's connection, where DATABASE_URL may not create roles and tables. */
  MIGRATION_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIRECTORY: z.string().default('data'),
  /** Evidence goes to an S3-compatible store where these four are set: address with scheme, bucket and keys. */
  EVIDENCE_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  EVIDENCE_S3_BUCKET: z.string().min(3).optional(),
  EVIDENCE_S3_REGION: z.string().default('us-east-1'),
  EVIDENCE_S3_ACCESS_KEY_ID: z.string().optional(),
  EVIDENCE_S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** A GeoJSON file of districts to use instead of the demonstration's, its approval number (审图号) and datum. */
  BOUNDARIES_FILE: z.string().optional(),
  BOUNDARIES_APPROVAL: z.string().optional(),
  BOUNDARIES_DATUM: z.enum(['CGCS2000', 'WGS-84', 'GCJ-02', 'BD-09']).default('GCJ-02'),
  /** A service of map tiles, e.g. 天地图: an address with {z}, {x} and {y}. Its datum says how our places are moved onto it. */
  MAP_TILES_URL: z.url({ protocol: /^https?$/ }).optional(),
  MAP_TILES_DATUM: z.enum(['CGCS2000', 'WGS-84', 'GCJ-02', 'BD-09']).default('CGCS2000'),
  MAP_TILES_ATTRIBUTION: z.string().default(''),
  /** The government served where no host name says otherwise. */
  TENANT: z.string().default('demo'),
  /** Host names of governments: "sz.example.cn=suzhou,cz.example.cn=changzhou". */
  TENANT_HOSTS: z.string().default(''),
  /** Set when the site is reached over HTTPS. */
  SECURE_COOKIES: z.stringbool().default(false),
  /** Set behind a reverse proxy, so that addresses in the log are the visitors'. */
  TRUST_PROXY: z.stringbool().default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

export type Config = {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  readonly migrationDatabaseUrl: string | undefined
  readonly dataDirectory: string
  readonly evidenceS3: S3Settings | null
  readonly boundaries: {
    readonly file: string | null
    readonly approval: string | null
    readonly datum: Datum
  }
  readonly mapTiles: { readonly url: string; readonly datum: Datum; readonly attribution: string } | null
  readonly tenantCode: string
  readonly tenantHosts: ReadonlyMap<string, string>
  readonly secureCookies: boolean
  readonly trustProxy: boolean
  readonly logLevel: z.output<typeof environment>['LOG_LEVEL']
}

type Datum = 'CGCS2000' | 'WGS-84' | 'GCJ-02' | 'BD-09'

type S3Settings = {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** All or none: half a store would lose evidence quietly. */
function s3SettingsOf(read: z.output<typeof environment>): S3Settings | null {
  const endpoint = read.EVIDENCE_S3_ENDPOINT
  const bucket = read.EVIDENCE_S3_BUCKET
  const accessKeyId = read.EVIDENCE_S3_ACCESS_KEY_ID
  const secretAccessKey = read.EVIDENCE_S3_SECRET_ACCESS_KEY
  if (!endpoint && !bucket && !accessKeyId && !secretAccessKey) return null
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey)
    throw new Error(
      'The environment is not valid:\nEVIDENCE_S3_ENDPOINT, _BUCKET, _ACCESS_KEY_ID and _SECRET_ACCESS_KEY go together',
    )
  return { endpoint, bucket, region: read.EVIDENCE_S3_REGION, accessKeyId, secretAccessKey }
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
    evidenceS3: s3SettingsOf(read.data),
    boundaries: {
      file: read.data.BOUNDARIES_FILE ?? null,
      approval: read.data.BOUNDARIES_APPROVAL ?? null,
      datum: read.data.BOUNDARIES_DATUM,
    },
    mapTiles: read.data.MAP_TILES_URL
      ? {
          url: read.data.MAP_TILES_URL,
          datum: read.data.MAP_TILES_DATUM,
          attribution: read.data.MAP_TILES_ATTRIBUTION,
        }
      : null,
    tenantCode: read.data.TENANT,
    tenantHosts: new Map(
      hosts.map((pair) => pair.split('=', 2).map((part) => part.trim()) as [string, string]),
    ),
    secureCookies: read.data.SECURE_COOKIES,
    trustProxy: read.data.TRUST_PROXY,
    logLevel: read.data.LOG_LEVEL,
  }
}
