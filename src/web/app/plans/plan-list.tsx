import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { checkSum } from '../../../domain/plan-check.ts'
import { grouped } from '../../ui/figures.ts'
import { promiseWords } from '../indicator/target-words.ts'
import type { PromiseOfTask } from './find-task.ts'
import { stateOf, type PlanOfPromise } from './plans-search.ts'
import { useSumWords } from './sum-line.tsx'

type PlanListProps = {
  readonly programmeId: string
  readonly promises: readonly PromiseOfTask[]
  readonly planOf: ReadonlyMap<string, Exclude<PlanOfPromise, undefined>>
  readonly selectable: readonly string[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

/** Task by task: its sentence as published, and each promise in it with where its plan stands. */
export function PlanList({ promises, ...rest }: PlanListProps) {
  const { t } = useTranslation('plans')
  const tasks = Map.groupBy(promises, ({ task }) => task)
  return (
    <ol className="plan-list">
      {[...tasks].map(([task, own]) => (
        <li key={task.id}>
          <p className="plan-task" lang="zh-CN">
            <span className="quiet">{task.no}</span> {task.text}
            <span className="quiet plan-leads">
              {task.leadUnits.map(({ name }) => name).join(t('unitSeparator', { ns: 'indicator' }))}
            </span>
          </p>
          <ul>
            {own.map((one) => (
              <PlanLine key={one.promise.id} {...one} {...rest} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

type PlanLineProps = PromiseOfTask & Omit<PlanListProps, 'promises'>

function PlanLine({ promise, programmeId, planOf, selectable, chosen, onChoose }: PlanLineProps) {
  const { t } = useTranslation('plans')
  const sumWords = useSumWords()
  const plan = planOf.get(promise.id)
  const state = stateOf(plan)
  const words = promiseWords(promise)
  const check = plan?.inForce ? checkSum(promise, plan.inForce.shares) : undefined
  const signed = plan?.inForce?.shares.filter(({ decision }) => decision === 'sign').length ?? 0
  return (
    <li className="plan-line">
      {selectable.includes(promise.id) ? (
        <input
          type="checkbox"
          aria-label={t('select', { promise: words })}
          checked={chosen.includes(promise.id)}
          onChange={(event) =>
            onChoose(
              event.target.checked ? [...chosen, promise.id] : chosen.filter((id) => id !== promise.id),
            )
          }
        />
      ) : (
        <span />
      )}
      <Link
        to="/programmes/$programmeId/plans/$indicatorId"
        params={{ programmeId, indicatorId: promise.id }}
        lang="zh-CN"
      >
        {words}
      </Link>
      <span className="plan-line-sum" data-state={check?.state}>
        {check?.sum != null && (
          <>
            {t('sum')} {grouped(check.sum)} {sumWords(check)}
          </>
        )}
      </span>
      <span className={`plan-line-state plan-state-${state}`}>
        {t(`state_${state}`)}
        {plan?.inForce && state !== 'signed' && ` ${signed}/${plan.inForce.shares.length}`}
      </span>
    </li>
  )
}
