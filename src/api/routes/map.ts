/** The map of entries. */
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/map.ts'
import { getEntryMap } from '../../services/entry-map.ts'
import { serve } from '../serve.ts'

export function addMapRoutes(app: FastifyInstance, base: contract.MapBase): void {
  serve(app, contract.getMapBase, () => Promise.resolve(base))
  serve(app, contract.getEntryMap, (ctx, { params, query }) =>
    getEntryMap(ctx, params.programmeId, {
      indicatorId: query.indicatorId ?? null,
      unitId: query.unitId ?? null,
      state: query.state ?? null,
    }),
  )
}
