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
  /** Evidence goes to an S3-compatible store where these four are set: address with scheme, bucket and keys. */
  EVIDENCE_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  EVIDENCE_S3_BUCKET: z.string().min(3).optional(),
  EVIDENCE_S3_REGION: z.string().default('us-east-1'),
  EVIDENCE_S3_ACCESS_KEY_ID: z.string().optional(),
  EVIDENCE_S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** The government served where no host name says otherwise. */
  TENANT: z.string().default('demo'),
  /** Whether a demonstration that is made runs a whole simulated year: on, or off for the programme alone. */
  DEMONSTRATION_YEAR: z.stringbool().default(true),
  /** Host names of governments: "sz.example.cn=suzhou,cz.example.cn=changzhou". */
  TENANT_HOSTS: z.string().default(''),
  /** Set when the site is reached over HTTPS. */
  SECURE_COOKIES: z.stringbool().default(false),
  /** Set behind a reverse proxy, so that addresses in the log are the visitors'. */
  TRUST_PROXY: z.stringbool().default(false),
  /** The mail server that notices go through: smtp://user:password@host:587 or smtps://…; without it none are sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender of mail. */
  MAIL_FROM: z.string().min(3).optional(),
  /** Where the site is reached, for the links in mail. */
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
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
  /** LibreOffice’s program, where it is not `soffice` on the PATH; papers are made PDF by it. */
  SOFFICE_PATH: z.string().optional(),
  PATH: z.string().default(''),
  TILE_DATUM: z.enum(['CGCS2000', 'WGS-84', 'GCJ-02']).default('CGCS2000'),
  /** Whose map it is and under which approval number: shown on the map. */
  TILE_ATTRIBUTION: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

const mailNeeds = 'SMTP_URL, MAIL_FROM and SITE_URL go together: give all three, or none for no e-mail'

export type Config = {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  readonly migrationDatabaseUrl: string | undefined
  readonly dataDirectory: string
  readonly evidenceS3: S3Settings | null
  readonly tenantCode: string
  readonly demonstrationYear: boolean
  readonly tenantHosts: ReadonlyMap<string, string>
  readonly secureCookies: boolean
  readonly trustProxy: boolean
  /** Undefined: no e-mail. */
  readonly mail: { readonly smtpUrl: string; readonly from: string; readonly siteUrl: string } | undefined
  readonly boundariesFile: string | undefined
  /** Where LibreOffice is, or where to look for it. */
  readonly office: { readonly chosen: string | undefined; readonly path: string }
  readonly tiles: {
    readonly urls: readonly string[]
    readonly datum: z.output<typeof environment>['TILE_DATUM']
    readonly attribution: string
  }
  readonly logLevel: z.output<typeof environment>['LOG_LEVEL']
}

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
    tenantCode: read.data.TENANT,
    demonstrationYear: read.data.DEMONSTRATION_YEAR,
    tenantHosts: new Map(
      hosts.map((pair) => pair.split('=', 2).map((part) => part.trim()) as [string, string]),
    ),
    secureCookies: read.data.SECURE_COOKIES,
    trustProxy: read.data.TRUST_PROXY,
    mail: readMail(read.data),
    boundariesFile: read.data.BOUNDARIES_FILE,
    office: { chosen: read.data.SOFFICE_PATH, path: read.data.PATH },
    tiles: {
      urls: read.data.TILE_URL,
      datum: read.data.TILE_DATUM,
      attribution: read.data.TILE_ATTRIBUTION,
    },
    logLevel: read.data.LOG_LEVEL,
  }
}

function readMail({ SMTP_URL, MAIL_FROM, SITE_URL }: z.output<typeof environment>): Config['mail'] {
  if (!SMTP_URL && !MAIL_FROM) return undefined
  if (!SMTP_URL || !MAIL_FROM || !SITE_URL) throw new Error(`The environment is not valid:\n${mailNeeds}`)
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, siteUrl: SITE_URL.replace(/\/+$/, '') }
}
