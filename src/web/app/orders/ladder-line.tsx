import { useTranslation } from 'react-i18next'
import type { OrderData } from '../../../contract/orders.ts'
import { ladderSteps } from '../../../domain/order/ladder.ts'
import { useDates } from '../dates.ts'
import { StepMark } from './step-mark.tsx'

/** The whole ladder, with the day each step was entered: how far it has come is seen at a glance. */
export function LadderLine({ order: { facts, standing } }: { order: OrderData['order'] }) {
  const { t } = useTranslation('orders')
  const { day } = useDates()
  const enteredOn = new Map(facts.flatMap(({ step, at }) => (step === null ? [] : [[step, at] as const])))
  return (
    <ol className="ladder-line" aria-label={t('ladder')}>
      {ladderSteps.map((step) => {
        const at = enteredOn.get(step)
        return (
          <li
            key={step}
            className={at === undefined ? 'ladder-ahead' : undefined}
            {...(step === standing.step ? { 'aria-current': 'step' as const } : {})}
          >
            <StepMark step={step} />
            <span className="quiet">{at === undefined ? '' : day(at)}</span>
          </li>
        )
      })}
    </ol>
  )
}
