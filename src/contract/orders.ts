/** Supervision orders: the list, one order with every turn of it, issuing, and what units and the office do. */
import { z } from 'zod'
import { ladderSteps } from '../domain/order/ladder.ts'
import { feedbackKinds, orderFactKinds, orderOrigins, orderPhases } from '../domain/order/order.ts'
import { officeActs, unitActs } from '../domain/order/order-act.ts'
import { dayKinds } from '../domain/reporting/working-day.ts'
import type {
  EvidenceId,
  IndicatorId,
  InstructionId,
  ProgrammeId,
  SupervisionOrderId,
  SuspicionId,
  UnitId,
} from '../domain/values/ids.ts'
import { recordedLadderRulesSchema } from './ladder-rules.ts'
import { route } from './route.ts'
import { idOf, instantSchema, monthSchema, plainDateSchema } from './values.ts'

const params = z.object({ programmeId: idOf<ProgrammeId>() })
const orderParams = params.extend({ orderId: idOf<SupervisionOrderId>() })

const programmeSchema = z.object({ id: idOf<ProgrammeId>(), title: z.string(), year: z.int() })
const promiseSchema = z.object({ id: idOf<IndicatorId>(), task: z.string(), sentence: z.string() })
const numberSchema = z.object({ series: z.string(), year: z.int(), no: z.int() })

const instructionSchema = z.object({
  id: idOf<InstructionId>(),
  text: z.string(),
  by: z.string(),
  post: z.string(),
  standsIn: z.boolean(),
  at: instantSchema,
})

const waitingInstructionSchema = instructionSchema.extend({ promise: promiseSchema.nullable() })

const waitingSchema = z.object({
  kind: z.enum(['reply', 'extension']),
  no: z.int(),
  unitId: idOf<UnitId>().nullable(),
  day: plainDateSchema,
  askedFor: plainDateSchema.nullable(),
})

const standingSchema = z.object({
  state: z.enum(['open', 'closed', 'withdrawn']),
  step: z.enum(ladderSteps),
  dueOn: plainDateSchema,
  held: z.boolean(),
  waiting: waitingSchema.nullable(),
  feedbackFrom: plainDateSchema,
  seen: z.int(),
})

const listedOrderSchema = z.object({
  id: idOf<SupervisionOrderId>(),
  origin: z.enum(orderOrigins),
  promise: promiseSchema.nullable(),
  /** The day its promise was closed; null while that is chased. */
  closedOn: plainDateSchema.nullable(),
  month: monthSchema.nullable(),
  number: numberSchema.nullable(),
  subject: z.string(),
  issuedAt: instantSchema,
  units: z.array(z.object({ id: idOf<UnitId>(), name: z.string(), duty: z.enum(['lead', 'cooperating']) })),
  standing: standingSchema,
  phase: z.enum(orderPhases),
  /** The next day that something is due. */
  deadline: plainDateSchema,
})
export type ListedOrder = z.output<typeof listedOrderSchema>

/** What days in the forms of the screen follow from. */
const ladderShape = {
  /** In China. */
  today: plainDateSchema,
  /** The government's own days off and days worked. */
  days: z.array(z.object({ day: plainDateSchema, kind: z.enum(dayKinds), name: z.string() })),
  /** Those of today's month; no 0 are the product's own. */
  rules: recordedLadderRulesSchema,
}

export const getOrders = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/orders',
  access: 'order.read',
  summary: 'Every supervision order of a programme, and the instructions that wait for one',
  params,
  response: z.object({
    programme: programmeSchema,
    ...ladderShape,
    orders: z.array(listedOrderSchema),
    instructions: z.array(waitingInstructionSchema),
    /** Those that need no order of their own, and why. */
    setAside: z.array(
      waitingInstructionSchema.extend({
        reason: z.string(),
        /** Under which it is dealt with. */
        order: z
          .object({ id: idOf<SupervisionOrderId>(), subject: z.string(), number: numberSchema.nullable() })
          .nullable(),
        decided: z.object({ by: z.string(), post: z.string(), standsIn: z.boolean(), at: instantSchema }),
      }),
    ),
  }),
})
export type OrdersData = z.output<typeof getOrders.response>

const factSchema = z.object({
  no: z.int(),
  kind: z.enum(orderFactKinds),
  step: z.enum(ladderSteps).nullable(),
  dueOn: plainDateSchema.nullable(),
  text: z.string().nullable(),
  reason: z.string().nullable(),
  unitId: idOf<UnitId>().nullable(),
  ruleNo: z.int().nullable(),
  at: instantSchema,
  by: z.string().nullable(),
  post: z.string().nullable(),
  standsIn: z.boolean(),
  files: z.array(z.object({ id: idOf<EvidenceId>(), fileName: z.string(), byteSize: z.int() })),
})
export type OrderFactData = z.output<typeof factSchema>

const feedbackSchema = z.object({
  kind: z.enum(feedbackKinds),
  days: z.int().min(1).max(60).nullable(),
})

export const getOrder = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/orders/:orderId',
  access: 'order.read',
  summary: 'One supervision order: its form, every turn of it, and where it stands',
  params: orderParams,
  response: z.object({
    programme: programmeSchema,
    ...ladderShape,
    order: listedOrderSchema.extend({
      suspicionId: idOf<SuspicionId>().nullable(),
      instruction: instructionSchema.nullable(),
      ground: z.string().nullable(),
      content: z.string(),
      instructedBy: z.string().nullable(),
      leadLeader: z.string().nullable(),
      cooperatingLeaders: z.string().nullable(),
      contact: z.string().nullable(),
      phone: z.string().nullable(),
      feedback: feedbackSchema,
      facts: z.array(factSchema),
    }),
    /** Whether the server can make PDFs. */
    pdf: z.boolean(),
  }),
})
export type OrderData = z.output<typeof getOrder.response>

const stepParams = orderParams.extend({ no: z.coerce.number<string>().int().positive() })

export const getOrderDocx = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/orders/:orderId/steps/:no/paper.docx',
  access: 'order.read',
  summary: 'The paper of one step of an order: 提醒函, 催办通知书, 督办单, 通报 or 约谈通知书',
  params: stepParams,
  file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})

export const getOrderPdf = route({
  method: 'GET',
  path: '/api/programmes/:programmeId/orders/:orderId/steps/:no/paper.pdf',
  access: 'order.read',
  summary: 'The same as PDF, where the server has LibreOffice',
  params: stepParams,
  file: 'application/pdf',
})

/** An empty field of the form is no value. */
const field = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((text) => (text === '' ? null : text))

export const issueOrder = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/orders',
  access: 'order.issue',
  summary: 'Issues a supervision order; it is numbered where its step has a number',
  params,
  body: z.object({
    indicatorId: idOf<IndicatorId>().nullable(),
    /** Of the light it rests on. */
    month: monthSchema.nullable(),
    suspicionId: idOf<SuspicionId>().nullable(),
    instructionId: idOf<InstructionId>().nullable(),
    subject: z.string().trim().min(1).max(200),
    content: z.string().trim().min(1).max(5000),
    instructedBy: field(100),
    leadLeader: field(100),
    cooperatingLeaders: field(200),
    contact: field(50),
    phone: field(50),
    feedback: feedbackSchema.refine(({ kind, days }) => (kind === 'days') === (days !== null)),
    leadUnitId: idOf<UnitId>(),
    cooperatingUnitIds: z.array(idOf<UnitId>()).max(50),
    step: z.enum(ladderSteps),
    dueOn: plainDateSchema,
    reason: z.string().trim().max(500),
  }),
  response: z.object({ id: idOf<SupervisionOrderId>(), number: numberSchema.nullable() }),
})

const actShape = {
  /** How many turns there were when it was decided. */
  seen: z.int().positive(),
  text: z.string().trim().max(5000),
  reason: z.string().trim().max(1000),
  dueOn: plainDateSchema.nullable(),
  evidenceIds: z.array(idOf<EvidenceId>()).max(20),
}
const actResponse = z.object({ no: z.int(), number: numberSchema.nullable() })

export const sendToOrder = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/orders/:orderId/sendings',
  access: 'order.reply',
  summary: 'A unit bound to the order replies, says how it goes, or asks for a later day',
  params: orderParams,
  body: z.object({ kind: z.enum(unitActs), ...actShape }),
  response: actResponse,
})

export const decideOrder = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/orders/:orderId/decisions',
  access: 'order.issue',
  summary: 'The office answers, climbs a step, stops the ladder, or ends the order',
  params: orderParams,
  body: z.object({ kind: z.enum(officeActs), ...actShape }),
  response: actResponse,
})

export const addOrderFile = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/orders/:orderId/files',
  access: 'order.file',
  summary: 'Upload a file that goes with the next turn of an order',
  params: orderParams,
  upload: true,
  response: z.object({ id: idOf<EvidenceId>(), known: z.boolean() }),
})

export const giveInstruction = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/instructions',
  access: 'order.instruct',
  summary: 'A leader’s instruction on a promise or on the whole programme',
  params,
  body: z.object({
    indicatorId: idOf<IndicatorId>().nullable(),
    text: z.string().trim().min(1).max(2000),
  }),
  response: z.object({ id: idOf<InstructionId>() }),
})

export const setInstructionAside = route({
  method: 'POST',
  path: '/api/programmes/:programmeId/instructions/:instructionId/set-aside',
  access: 'order.issue',
  summary: 'An instruction needs no order of its own; the leader who wrote it learns why',
  params: params.extend({ instructionId: idOf<InstructionId>() }),
  body: z.object({
    reason: z.string().trim().min(1).max(500),
    /** The order it is dealt with under. */
    orderId: idOf<SupervisionOrderId>().nullable(),
  }),
  response: z.object({}),
})
