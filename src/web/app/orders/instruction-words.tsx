import type { OrdersData } from '../../../contract/orders.ts'
import { useDates } from '../dates.ts'
import { useActor } from '../use-actor.ts'

/** What a leader wrote, who and when, and on which promise. */
export function InstructionWords({ instruction }: { instruction: OrdersData['instructions'][number] }) {
  const { day } = useDates()
  const actor = useActor()
  return (
    <>
      <q lang="zh-CN">{instruction.text}</q>
      <p className="quiet" lang="zh-CN">
        {actor({ by: instruction.by, post: instruction.post, standsIn: instruction.standsIn })} ·{' '}
        {day(instruction.at)}
        {instruction.promise && (
          <>
            {' · '}
            {instruction.promise.task} {instruction.promise.sentence}
          </>
        )}
      </p>
    </>
  )
}
