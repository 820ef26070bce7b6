/** What each act of a unit or of the office asks for. */
import { unitActs, type officeActs } from '../../../domain/order/order-act.ts'
import type { OrderData } from '../../../contract/orders.ts'
import { nextStep } from '../../../domain/order/ladder.ts'

export type ActKind = (typeof unitActs)[number] | (typeof officeActs)[number]

export type ActFields = {
  readonly text?: true
  readonly reason?: 'needed' | 'optional'
  readonly dueOn?: true
  readonly files?: true
}

export const actFields: Readonly<Record<ActKind, ActFields>> = {
  reply: { text: true, files: true },
  feedback: { text: true, files: true },
  extension: { text: true, reason: 'needed', dueOn: true, files: true },
  accept: { reason: 'optional' },
  return: { reason: 'needed', dueOn: true },
  extend: { reason: 'optional', dueOn: true },
  refuse: { reason: 'needed', dueOn: true },
  step: { reason: 'needed', dueOn: true },
  hold: { reason: 'needed' },
  resume: { reason: 'needed' },
  attach: { reason: 'optional', files: true },
  close: { reason: 'needed' },
  withdraw: { reason: 'needed' },
}

export function isUnitAct(kind: ActKind): kind is (typeof unitActs)[number] {
  return unitActs.some((each) => each === kind)
}

/** What may be done now, the likeliest first. */
export function openActs(
  { standing, phase }: OrderData['order'],
  may: { readonly reply: boolean; readonly decide: boolean },
): readonly ActKind[] {
  if (standing.state !== 'open') return []
  const waits = standing.waiting?.kind
  const ofUnit: ActKind[] = waits ? ['feedback'] : ['reply', 'feedback', 'extension']
  const answers: ActKind[] =
    waits === 'reply' ? ['accept', 'return'] : waits === 'extension' ? ['extend', 'refuse'] : []
  const climbs: ActKind[] = phase === 'lapsed' && nextStep(standing.step) ? ['step'] : []
  const ofOffice: ActKind[] = [
    ...answers,
    ...climbs,
    standing.held ? 'resume' : 'hold',
    'attach',
    'close',
    'withdraw',
  ]
  return [...(may.reply ? ofUnit : []), ...(may.decide ? ofOffice : [])]
}
