/** How people of the demonstration go about what is supervised, claimed and asked of citizens. */
import { isHigherStep } from '../order/ladder.ts'
import type { FoldedFact, OrderStanding } from '../order/order.ts'
import { decimal, type Decimal } from '../values/decimal.ts'
import type { PlainDate } from '../values/plain-date.ts'
import { randomOf } from './random.ts'

/** `key` names an order by its promise and month, never by ids. */
export type SupervisedOrder = {
  readonly key: string
  readonly facts: readonly FoldedFact[]
  readonly standing: OrderStanding
}

export type OrderTurn = {
  readonly kind: 'reply' | 'extension' | 'accept' | 'return' | 'extend'
  readonly text: string
  readonly reason: string
}

/** What is done next of an order, if anything on this day: nobody acts on what came in, or was given, the same day. */
export function nextTurn(
  seed: string,
  { key, facts, standing }: SupervisedOrder,
  today: PlainDate,
): OrderTurn | undefined {
  const last = facts.at(-1)
  if (standing.state !== 'open' || last === undefined || last.day >= today) return undefined
  if (standing.waiting?.kind === 'extension') return extend
  if (standing.waiting) {
    const isFirst = facts.every(({ kind }) => kind !== 'return')
    return isFirst && randomOf(seed, 'reply-returned', key).chance(0.25) ? sendBack : accept
  }
  const reply = { kind: 'reply', text: oneOf(replies, seed, 'reply', key), reason: '' } as const
  if (last.kind === 'return' || last.kind === 'extend') return reply
  const climbed = facts.filter(({ kind }) => kind === 'step').length > 1
  switch (courseOf(seed, key)) {
    case 'late':
      return climbed ? reply : undefined
    case 'very-late':
      return isHigherStep(standing.step, 'blue') ? reply : undefined
    case 'extended':
      return climbed || today > standing.dueOn ? reply : askForTime
    default:
      return reply
  }
}

/** Late ones reply after the ladder climbed; very late ones after it climbed past the blue order. */
function courseOf(seed: string, key: string) {
  return randomOf(seed, 'order', key).pick({ prompt: 55, extended: 15, late: 20, 'very-late': 10 })
}

const accept: OrderTurn = { kind: 'accept', text: '', reason: '' }
const extend: OrderTurn = { kind: 'extend', text: '', reason: '' }
const sendBack: OrderTurn = {
  kind: 'return',
  text: '',
  reason: '措施不够具体，请逐项列出责任人和完成时间后重报。',
}
const askForTime: OrderTurn = {
  kind: 'extension',
  text: '已召开专题会，整改方案正在履行审批手续。',
  reason: '招标程序有法定时限，整改方案须在其后确定。',
}

const replies = [
  '已查明原因，倒排工期到周，增加作业班组，预计下月底前恢复计划进度。',
  '主要负责人已到现场调度，卡点事项由专班每周会商，整改措施已下达各承办单位。',
  '资金缺口已与财政部门衔接落实，供货合同已补签，设备分批到货安装。',
  '已约谈承办单位，逐项签订承诺书，滞后部分安排在下个月集中完成。',
] as const

/** What a leader writes under the table of a month. */
export const instructionTexts = [
  '此项关系群众切身利益，进度滞后要查清原因、拿出硬措施。请督查室跟踪督办，限期报结果。',
  '年内必须兑现，不能打折扣。请牵头单位主要负责人亲自抓，每周报进度，督查室盯到底。',
] as const

/** A first claim that the office sends back once. */
export function isClaimReturned(seed: string, sentence: string): boolean {
  return randomOf(seed, 'claim-returned', sentence).chance(0.1)
}

/** In percent, to one decimal: of those asked, how many were satisfied with a unit's promises. */
export function satisfactionOf(seed: string, unit: string): Decimal {
  return decimal(randomOf(seed, 'satisfaction', unit).between(82, 97).toFixed(1))
}

function oneOf<Word>(words: readonly [Word, ...Word[]], seed: string, topic: string, key: string): Word {
  return words[Math.floor(randomOf(seed, topic, key).next() * words.length)] ?? words[0]
}
