/** The map of entries: what lies below it, and the entries that have a place. */
import { z } from 'zod'
import { datums } from '../domain/coordinates.ts'
import type { EntryId, IndicatorId, ProgrammeId, UnitId } from '../domain/ids.ts'
import { route } from './route.ts'
import { decimalSchema, idOf, monthSchema } from './values.ts'

const pointSchema = z.array(z.number()).min(2)
const ringSchema = z.array(pointSchema).min(4)

/** GeoJSON (RFC 7946) with what its users have to be told as members of its own. */
export const boundariesSchema = z.object({
  type: z.literal('FeatureCollection'),
  datum: z.enum(datums).default('CGCS2000'),
  /** Where the lines are from. */
  source: z.string().max(200).default(''),
  /** The approval number that a published map must bear (审图号). */
  approval: z.string().max(100).nullable().default(null),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ name: z.string().min(1).max(50) }),
      geometry: z.union([
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ringSchema).min(1) }),
        z.object({
          type: z.literal('MultiPolygon'),
          coordinates: z.array(z.array(ringSchema).min(1)).min(1),
        }),
      ]),
    }),
  ),
})
export type Boundaries = z.output<typeof boundariesSchema>

export const mapBaseSchema = z.object({
  boundaries: boundariesSchema,
  /** Lowest layer first; empty where no tile server is configured. */
  tiles: z.object({
    urls: z.array(z.string()),
    datum: z.enum(['CGCS2000', 'WGS-84', 'GCJ-02']),
    attribution: z.string(),
  }),
})
export type MapBase = z.output<typeof mapBaseSchema>

export const getMapBase = route({
  method: 'GET',
  path: '/api/map',
  access: 'entry.read',
  summary: 'What lies below a map: boundaries of the districts, and tiles where they are configured',
  response: mapBaseSchema,
})

const shownStates = ['waiting', 'accepted'] as const

export const getEntryMap = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/map',
  access: 'entry.read',
  summary: 'The entries that have a place and count or wait, newest first, in CGCS2000',
  params: z.object({ programmeId: idOf<ProgrammeId>() }),
  query: z.object({
    indicatorId: idOf<IndicatorId>().optional(),
    unitId: idOf<UnitId>().optional(),
    state: z.enum(shownStates).optional(),
  }),
  response: z.object({
    programme: z.object({ id: idOf<ProgrammeId>(), title: z.string() }),
    /** All promises and units that have entries, whatever the filter. */
    indicators: z.array(z.object({ id: idOf<IndicatorId>(), taskNo: z.string(), promise: z.string() })),
    units: z.array(z.object({ id: idOf<UnitId>(), name: z.string() })),
    /** How many entries the filter finds, and how many of them have a place; `entries` are the newest 20,000 of those. */
    total: z.int(),
    located: z.int(),
    entries: z.array(
      z.object({
        id: idOf<EntryId>(),
        indicatorId: idOf<IndicatorId>(),
        unitId: idOf<UnitId>(),
        name: z.string().nullable(),
        place: z.string().nullable(),
        month: monthSchema,
        state: z.enum(shownStates),
        longitude: decimalSchema,
        latitude: decimalSchema,
        accuracy: decimalSchema.nullable(),
      }),
    ),
  }),
})
export type EntryMap = z.output<typeof getEntryMap.response>
export type MappedEntry = EntryMap['entries'][number]
