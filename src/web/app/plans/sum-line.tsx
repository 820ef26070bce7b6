import { useTranslation } from 'react-i18next'
import { checkSum, type SumCheck } from '../../../domain/plan-check.ts'
import { multiply, type Decimal } from '../../../domain/decimal.ts'
import type { PlanShare } from '../../../domain/plan.ts'
import type { Target } from '../../../domain/target.ts'
import { grouped } from '../../ui/figures.ts'
import { useFigureWords } from '../indicator/target-words.ts'

type SumLineProps = { target: Target; shares: readonly Pick<PlanShare, 'value' | 'denominator'>[] }

const absolute = (value: Decimal): Decimal => (value.startsWith('-') ? multiply(value, -1) : value)

/** "少 12", "多 3", "一致", in the words of the screen. */
export function useSumWords(): (check: SumCheck) => string {
  const { t } = useTranslation('plans')
  return ({ state, difference }) =>
    t(`sum_${state}`, { by: difference === null ? '' : grouped(absolute(difference)) })
}

/** The target, what the shares make, and the difference: said as it changes. */
export function SumLine({ target, shares }: SumLineProps) {
  const { t } = useTranslation('plans')
  const figureWords = useFigureWords()
  const sumWords = useSumWords()
  const check = checkSum(target, shares)
  const { comparator, figure } = figureWords(target)
  return (
    <output className="plan-sum" data-state={check.state}>
      {figure !== '' && (
        <span>
          {t('target')} {comparator} <strong>{figure}</strong> <span lang="zh-CN">{target.unit}</span>
        </span>
      )}
      {check.sum !== null && (
        <span>
          {t(target.kind === 'rate' ? 'sumOfRate' : 'sum')} <strong>{grouped(check.sum)}</strong>
        </span>
      )}
      <span className="plan-difference">{sumWords(check)}</span>
    </output>
  )
}
