/** Supervision orders, leaders' instructions, and the rules of the ladder. */
import type { FastifyInstance } from 'fastify'
import * as rulesContract from '../../contract/ladder-rules.ts'
import * as contract from '../../contract/orders.ts'
import { giveInstruction, setInstructionAside } from '../../services/oversight/instructions.ts'
import * as rules from '../../services/oversight/ladder-rules.ts'
import * as acts from '../../services/oversight/order-acts.ts'
import * as papers from '../../services/oversight/order-papers.ts'
import * as orders from '../../services/oversight/orders.ts'
import type { Deployment } from '../context.ts'
import { incomingFile } from '../incoming-file.ts'
import { serve } from '../serve.ts'

export function addOrderRoutes(app: FastifyInstance, { evidenceStore, writePdf }: Deployment): void {
  serve(app, contract.getOrders, (ctx, { params }) => orders.getOrders(ctx, params.programmeId))
  serve(app, contract.getOrder, async (ctx, { params }) => ({
    ...(await orders.getOrder(ctx, params.programmeId, params.orderId)),
    pdf: writePdf !== null,
  }))
  serve(app, contract.getOrderDocx, (ctx, { params }) => papers.getOrderDocx(ctx, params))
  serve(app, contract.getOrderPdf, (ctx, { params }) => papers.getOrderPdf(ctx, params, writePdf))
  serve(app, contract.issueOrder, (ctx, { params, body }) => orders.issueOrder(ctx, params.programmeId, body))
  serve(app, contract.sendToOrder, (ctx, { params, body }) =>
    acts.actForUnit(ctx, params.programmeId, params.orderId, body),
  )
  serve(app, contract.decideOrder, (ctx, { params, body }) =>
    acts.actForOffice(ctx, params.programmeId, params.orderId, body),
  )
  serve(app, contract.addOrderFile, async (ctx, { params, request }) =>
    acts.addOrderFile(ctx, evidenceStore, params.programmeId, params.orderId, await incomingFile(request)),
  )
  serve(app, contract.giveInstruction, (ctx, { params, body }) =>
    giveInstruction(ctx, params.programmeId, body),
  )
  serve(app, contract.setInstructionAside, (ctx, { params, body }) =>
    setInstructionAside(ctx, params.programmeId, params.instructionId, body),
  )
  serve(app, rulesContract.getLadderRules, (ctx) => rules.getLadderRules(ctx))
  serve(app, rulesContract.setLadderRules, (ctx, { body }) => rules.setLadderRules(ctx, body))
}
