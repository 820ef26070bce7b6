/** Supervision orders as they are read: each with its facts, from which where it stands is folded. */
import { sql, type RawBuilder } from 'kysely'
import { closedDays, type DecidedClaim } from '../domain/acceptance/closing.ts'
import type { RecordedLadderRules } from '../domain/order/ladder-rules.ts'
import type { FeedbackCycle, FoldedFact, OrderFact, OrderOrigin } from '../domain/order/order.ts'
import type { OrderNumber } from '../domain/order/order-number.ts'
import type {
  EvidenceId,
  IndicatorId,
  InstructionId,
  PostId,
  ProgrammeId,
  SupervisionOrderId,
  SuspicionId,
  UnitId,
} from '../domain/values/ids.ts'
import type { Month } from '../domain/values/month.ts'
import type { NamedDay } from '../domain/reporting/working-day.ts'
import type { PlainDate } from '../domain/values/plain-date.ts'
import type { TenantTransaction } from './db.ts'
import { claimsOnPromise } from './decided-claims.ts'
import { instant } from './instant.ts'
import { ladderRulesOf } from './ladder-rules.ts'
import { standsIn } from './stand-in.ts'

/** A promise in the document's own words; `task` is its number in the table. */
export type NamedPromise = { readonly id: IndicatorId; readonly task: string; readonly sentence: string }

export type OrderUnit = {
  readonly id: UnitId
  readonly name: string
  readonly duty: 'lead' | 'cooperating'
}

export type Instruction = {
  readonly id: InstructionId
  /** The leader's. */
  readonly postId: PostId
  readonly text: string
  readonly by: string
  readonly post: string
  readonly standsIn: boolean
  readonly at: string
  readonly promise: NamedPromise | null
}

/** That an instruction needs no order of its own, why, and under which it is dealt with. */
export type SetAside = Instruction & {
  readonly reason: string
  readonly order: Pick<StoredOrder, 'id' | 'subject' | 'number'> | null
  readonly decided: Pick<Instruction, 'by' | 'post' | 'standsIn' | 'at'>
}

export type RecordedFact = OrderFact & {
  readonly at: string
  /** Null where a rule did it. */
  readonly by: string | null
  readonly post: string | null
  readonly standsIn: boolean
  readonly files: readonly {
    readonly id: EvidenceId
    readonly fileName: string
    readonly byteSize: number
  }[]
}

export type StoredOrder = {
  readonly id: SupervisionOrderId
  readonly programmeId: ProgrammeId
  readonly origin: OrderOrigin
  readonly promise: NamedPromise | null
  /** The day its promise was closed; null while that is chased, and where it names none. */
  readonly closedOn: PlainDate | null
  readonly month: Month | null
  readonly suspicionId: SuspicionId | null
  readonly instruction: Omit<Instruction, 'promise'> | null
  readonly ground: string | null
  readonly subject: string
  readonly content: string
  readonly instructedBy: string | null
  readonly leadLeader: string | null
  readonly cooperatingLeaders: string | null
  readonly contact: string | null
  readonly phone: string | null
  readonly feedback: FeedbackCycle
  readonly number: OrderNumber | null
  readonly issuedAt: string
  readonly units: readonly OrderUnit[]
  readonly facts: readonly FoldedFact[]
}

/** With who did each turn, and what came with it. */
export type WholeOrder = StoredOrder & { readonly facts: readonly RecordedFact[] }

/** What the dates of the ladder follow from. */
export type LadderFacts = {
  readonly rules: readonly RecordedLadderRules[]
  readonly days: readonly NamedDay[]
}

export type OrdersPage = LadderFacts & {
  readonly programme: { readonly id: ProgrammeId; readonly title: string; readonly year: number }
  readonly orders: readonly StoredOrder[]
  /** Those that wait for an order, oldest first. */
  readonly instructions: readonly Instruction[]
  /** Those that were set aside and that no order follows, newest first. */
  readonly setAside: readonly SetAside[]
}

/** Every order of a programme, newest first; undefined without the programme. One statement. */
export async function findOrders(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
): Promise<OrdersPage | undefined> {
  const { rows } = await sql<
    Omit<OrdersPage, 'orders' | 'instructions' | 'setAside'> & {
      orders: FlatOrder[]
      instructions: FlatInstruction[]
      setAside: FlatInstruction<SetAside>[]
    }
  >`
    select json_build_object('id', programme.id, 'title', programme.title, 'year', programme.year) as programme,
      ${ladderFactsOf(tx)},
      coalesce((${ordersJson(tx, sql`supervision_order.programme_id = programme.id`, bareFacts)}), '[]') as orders,
      coalesce((
        select json_agg((${instructionJson()})::jsonb || json_build_object('promise', ${promiseJson('instruction')})::jsonb
          order by instruction.given_at, instruction.id)
        from instruction
        where instruction.tenant_id = programme.tenant_id and instruction.programme_id = programme.id
          and ${isWaiting}), '[]') as instructions,
      ${setAsideOf} as "setAside"
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}`.execute(tx.query)
  const [row] = rows
  return (
    row && {
      ...row,
      orders: row.orders.map(toOrder),
      instructions: row.instructions.map(toInstruction),
      setAside: row.setAside.map(toInstruction),
    }
  )
}

export type OrderPage = LadderFacts & {
  readonly programme: OrdersPage['programme']
  /** Who supervises, as its papers are signed. */
  readonly office: string
  readonly order: WholeOrder
}

/** A JSON array of the programme's orders that have not ended, as far as where they stand follows from it. */
export function openOrdersOf(tx: TenantTransaction, programmeId: ProgrammeId) {
  return sql`(
    select coalesce(json_agg(json_build_object('facts', (${bareFacts}), 'claims', ${claimsOnPromise('supervision_order')},
      'feedback', json_build_object('kind', supervision_order.feedback, 'days', supervision_order.feedback_days))), '[]')
    from supervision_order
    where supervision_order.tenant_id = ${tx.tenantId} and supervision_order.programme_id = ${programmeId} and ${hasNotEnded})`
}

/** How many of the programme's instructions wait for an order. */
export function instructionsWaiting(tx: TenantTransaction, programmeId: ProgrammeId) {
  return sql`(
    select count(*)::integer from instruction
    where instruction.tenant_id = ${tx.tenantId} and instruction.programme_id = ${programmeId} and ${isWaiting})`
}

/** Undefined without the order. One statement. */
export async function findOrder(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  orderId: SupervisionOrderId,
): Promise<OrderPage | undefined> {
  const { rows } = await sql<Omit<OrderPage, 'order'> & { orders: FlatOrder<WholeOrder>[] | null }>`
    select json_build_object('id', programme.id, 'title', programme.title, 'year', programme.year) as programme,
      (select unit.name from post join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
        where post.tenant_id = programme.tenant_id and post.role = 'supervisor' order by post.id limit 1) as office,
      ${ladderFactsOf(tx)},
      (${ordersJson(tx, sql`supervision_order.programme_id = programme.id and supervision_order.id = ${orderId}`, wholeFacts)}) as orders
    from programme
    where programme.tenant_id = ${tx.tenantId} and programme.id = ${programmeId}`.execute(tx.query)
  const [row] = rows
  const order = row?.orders?.[0]
  return row && order && { ...row, order: toOrder(order) }
}

/** Every matter of the government that has not ended, for the daily jobs. One statement. */
export async function listOpenOrders(
  tx: TenantTransaction,
): Promise<LadderFacts & { readonly orders: readonly StoredOrder[] }> {
  const { rows } = await sql<LadderFacts & { orders: FlatOrder[] }>`
    select ${ladderFactsOf(tx)},
      coalesce((${ordersJson(tx, hasNotEnded, bareFacts)}), '[]') as orders`.execute(tx.query)
  const [row] = rows
  return { rules: row?.rules ?? [], days: row?.days ?? [], orders: (row?.orders ?? []).map(toOrder) }
}

/** Its text is cut by UTF-16 offsets, which only we know. */
type FlatPromise = {
  readonly id: IndicatorId
  readonly task: string
  readonly text: string
  readonly start: number
  readonly end: number
}
type FlatOrder<Order extends StoredOrder = StoredOrder> = Omit<Order, 'promise' | 'closedOn'> & {
  readonly promise: FlatPromise | null
  readonly claims: readonly DecidedClaim[]
}
type FlatInstruction<Said extends Instruction = Instruction> = Omit<Said, 'promise'> & {
  readonly promise: FlatPromise | null
}

function toInstruction<Flat extends { readonly promise: FlatPromise | null }>(instruction: Flat) {
  return { ...instruction, promise: toPromise(instruction.promise) }
}

function toOrder<Flat extends Pick<FlatOrder, 'promise' | 'claims'>>({ claims, ...order }: Flat) {
  return { ...order, promise: toPromise(order.promise), closedOn: closedDayOf(claims) }
}

/** Of the claims on one promise. */
function closedDayOf(claims: readonly DecidedClaim[]): PlainDate | null {
  return [...closedDays(claims).values()][0] ?? null
}

function toPromise(flat: FlatPromise | null): NamedPromise | null {
  return flat && { id: flat.id, task: flat.task, sentence: flat.text.slice(flat.start, flat.end) }
}

/** The columns `rules` and `days` of a query. */
export function ladderFactsOf(tx: TenantTransaction) {
  return sql`${ladderRulesOf(tx)} as rules, coalesce((
    select json_agg(json_build_object('day', latest.day, 'kind', latest.kind, 'name', latest.name) order by latest.day)
    from (
      select distinct on (calendar_day.day) calendar_day.* from calendar_day
      where calendar_day.tenant_id = ${tx.tenantId} order by calendar_day.day, calendar_day.no desc
    ) as latest), '[]') as days`
}

function ordersJson(tx: TenantTransaction, where: RawBuilder<unknown>, facts: RawBuilder<unknown>) {
  return sql<FlatOrder[]>`
    select json_agg(json_build_object(
      'id', supervision_order.id, 'programmeId', supervision_order.programme_id, 'origin', supervision_order.origin,
      'promise', ${promiseJson('supervision_order')}, 'claims', ${claimsOnPromise('supervision_order')}, 'month', supervision_order.month,
      'suspicionId', supervision_order.suspicion_id, 'ground', supervision_order.ground,
      'instruction', (
        select ${instructionJson()} from instruction
        where instruction.tenant_id = supervision_order.tenant_id and instruction.id = supervision_order.instruction_id),
      'subject', supervision_order.subject, 'content', supervision_order.content,
      'instructedBy', supervision_order.instructed_by, 'leadLeader', supervision_order.lead_leader,
      'cooperatingLeaders', supervision_order.cooperating_leaders, 'contact', supervision_order.contact,
      'phone', supervision_order.phone,
      'feedback', json_build_object('kind', supervision_order.feedback, 'days', supervision_order.feedback_days),
      'issuedAt', ${instant('supervision_order.issued_at')},
      'number', (${numberJson}),
      'units', (
        select json_agg(json_build_object('id', unit.id, 'name', unit.name, 'duty', bound.duty) order by bound.position)
        from supervision_order_unit as bound
          join unit on unit.tenant_id = bound.tenant_id and unit.id = bound.unit_id
        where bound.tenant_id = supervision_order.tenant_id and bound.order_id = supervision_order.id),
      'facts', (${facts})
      ) order by supervision_order.issued_at desc, supervision_order.id desc)
    from supervision_order
    where supervision_order.tenant_id = ${tx.tenantId} and ${where}`
}

const numberJson = sql`
    select json_build_object('series', taken.series, 'year', taken.year, 'no', taken.no)
    from supervision_order_number as taken
    where taken.tenant_id = supervision_order.tenant_id and taken.order_id = supervision_order.id`

const isNotFollowed = sql`not exists (
    select from supervision_order as following
    where following.tenant_id = instruction.tenant_id and following.instruction_id = instruction.id)`

const isWaiting = sql`${isNotFollowed} and not exists (
    select from instruction_set_aside as aside
    where aside.tenant_id = instruction.tenant_id and aside.instruction_id = instruction.id)`

/** A JSON array, in a statement in which `programme` can be named. */
const setAsideOf = sql`coalesce((
    select json_agg((${instructionJson()})::jsonb || json_build_object(
        'promise', ${promiseJson('instruction')}, 'reason', aside.reason,
        'order', (
          select json_build_object('id', supervision_order.id, 'subject', supervision_order.subject, 'number', (${numberJson}))
          from supervision_order
          where supervision_order.tenant_id = aside.tenant_id and supervision_order.id = aside.order_id),
        'decided', json_build_object('at', ${instant('aside.decided_at')},
          'by', (select person.name from person where person.tenant_id = aside.tenant_id and person.id = aside.decided_by),
          'post', (
            select unit.name || post.title from post join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
            where post.tenant_id = aside.tenant_id and post.id = aside.decided_post),
          'standsIn', ${standsIn('aside', 'decided_by', 'decided_post', 'decided_at')}))::jsonb
      order by aside.decided_at desc, instruction.id desc)
    from instruction_set_aside as aside
      join instruction on instruction.tenant_id = aside.tenant_id and instruction.id = aside.instruction_id
    where instruction.tenant_id = programme.tenant_id and instruction.programme_id = programme.id and ${isNotFollowed}), '[]')`

const hasNotEnded = sql`not exists (
    select from supervision_order_fact as ending
    where ending.tenant_id = supervision_order.tenant_id and ending.order_id = supervision_order.id
      and ending.kind in ('accept', 'close', 'withdraw'))`

/** What where it stands follows from: a list of hundreds names nobody. */
const bareFacts = sql`
    select json_agg(json_build_object('no', fact.no, 'kind', fact.kind, 'step', fact.step, 'dueOn', fact.due_on,
      'unitId', fact.unit_id, 'ruleNo', fact.rule_no,
      'day', (fact.recorded_at at time zone 'Asia/Shanghai')::date) order by fact.no)
    from supervision_order_fact as fact
    where fact.tenant_id = supervision_order.tenant_id and fact.order_id = supervision_order.id`

const wholeFacts = sql`
    select json_agg(json_build_object('no', fact.no, 'kind', fact.kind, 'step', fact.step, 'dueOn', fact.due_on,
      'text', fact.text, 'reason', fact.reason, 'unitId', fact.unit_id, 'ruleNo', fact.rule_no,
      'day', (fact.recorded_at at time zone 'Asia/Shanghai')::date, 'at', ${instant('fact.recorded_at')},
      'by', person.name, 'post', office.name || post.title,
      'standsIn', fact.recorded_by is not null and ${standsIn('fact', 'recorded_by', 'recorded_post', 'recorded_at')},
      'files', coalesce((
        select json_agg(json_build_object('id', evidence.id, 'fileName', evidence.file_name, 'byteSize', evidence.byte_size)
          order by evidence.file_name, evidence.id)
        from supervision_order_file as came
          join evidence on evidence.tenant_id = came.tenant_id and evidence.id = came.evidence_id
        where came.tenant_id = fact.tenant_id and came.order_id = fact.order_id and came.fact_no = fact.no), '[]')
      ) order by fact.no)
    from supervision_order_fact as fact
      left join person on person.tenant_id = fact.tenant_id and person.id = fact.recorded_by
      left join post on post.tenant_id = fact.tenant_id and post.id = fact.recorded_post
      left join unit as office on office.tenant_id = post.tenant_id and office.id = post.unit_id
    where fact.tenant_id = supervision_order.tenant_id and fact.order_id = supervision_order.id`

function instructionJson() {
  return sql`json_build_object('id', instruction.id, 'postId', instruction.given_post, 'text', instruction.text, 'at', ${instant('instruction.given_at')},
    'by', (select person.name from person where person.tenant_id = instruction.tenant_id and person.id = instruction.given_by),
    'post', (
      select unit.name || post.title from post join unit on unit.tenant_id = post.tenant_id and unit.id = post.unit_id
      where post.tenant_id = instruction.tenant_id and post.id = instruction.given_post),
    'standsIn', ${standsIn('instruction', 'given_by', 'given_post', 'given_at')})`
}

/** The promise that a row of this table names, by its latest version; null where it names none. */
function promiseJson(table: 'instruction' | 'supervision_order') {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql`(
    select json_build_object('id', said.indicator_id, 'task', said.no, 'text', said.text, 'start', said.span_start,
      'end', said.span_end)
    from (
      select version.indicator_id, version.span_start, version.span_end, task.no, task.text
      from indicator_version as version
        join task_version as task on task.tenant_id = version.tenant_id and task.task_id = version.task_id
      where version.tenant_id = ${column('tenant_id')} and version.indicator_id = ${column('indicator_id')}
        and task.amendment_no <= version.amendment_no
      order by version.amendment_no desc, task.amendment_no desc limit 1) as said)`
}
