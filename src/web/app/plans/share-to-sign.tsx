import { useTranslation } from 'react-i18next'
import type { ShareToSignRow } from '../../../contract/plans.ts'
import { grouped } from '../../../domain/values/figures.ts'
import { useDates } from '../dates.ts'
import { useActor } from '../use-actor.ts'
import { promiseWords } from '../indicator/target-words.ts'
import type { PromiseOfTask } from './find-task.ts'

type ShareToSignProps = PromiseOfTask & {
  readonly share: ShareToSignRow
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
}

/** One share: the sentence it comes from, what the unit is to do, by when, and what was said to it. */
export function ShareToSign({ share, task, promise, chosen, onChoose }: ShareToSignProps) {
  const { t } = useTranslation('plans')
  const { moment } = useDates()
  const actor = useActor()
  const words = promiseWords(promise)
  const signed = share.signature?.decision === 'sign'
  return (
    <li className="share-to-sign" aria-label={words} data-signed={signed}>
      {signed ? (
        <span />
      ) : (
        <input
          type="checkbox"
          aria-label={t('select', { promise: words })}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      )}
      <div>
        <p className="share-what">
          <span lang="zh-CN">
            {promise.action}
            {promise.object}
          </span>{' '}
          <strong>
            {share.value === null ? t('carriesIt') : grouped(share.value)}
            {share.denominator !== null && ` / ${grouped(share.denominator)}`}
          </strong>{' '}
          {share.value !== null && <span lang="zh-CN">{promise.unit}</span>}
          <span className="quiet">
            {' '}
            <span lang="zh-CN">{share.unit}</span> · {t('ofTarget', { target: words, lead: share.leadUnit })}
          </span>
        </p>
        <ShareSteps share={share} />
        <p className="plan-task" lang="zh-CN">
          <span className="quiet">{task.no}</span> {task.text}
        </p>
        {share.signature && (
          <p className={signed ? 'quiet' : 'plan-objection'}>
            {t(`signature_${share.signature.decision}`, {
              by: actor(share.signature),
              at: moment(share.signature.at),
            })}
            {share.signature.reason}
            {share.signature.version !== share.version && t('carried', { version: share.signature.version })}
          </p>
        )}
      </div>
    </li>
  )
}

/** By month what is to be reached, or the dated stages. */
export function ShareSteps({ share }: { share: Pick<ShareToSignRow, 'points' | 'stages'> }) {
  const { t } = useTranslation('plans')
  const { day } = useDates()
  if (share.stages.length > 0)
    return (
      <ol className="share-stages">
        {share.stages.map(({ stage, dueOn }) => (
          <li key={stage}>
            <span lang="zh-CN">{stage}</span> {day(dueOn)}
          </li>
        ))}
      </ol>
    )
  if (share.points.length === 0) return null
  return (
    <ol className="share-months" aria-label={t('byMonth')}>
      {share.points.map(({ month, value }) => (
        <li key={month}>
          <span className="quiet">{t('monthColumn', { month: Number(month.slice(5, 7)) })}</span>{' '}
          {grouped(value)}
        </li>
      ))}
    </ol>
  )
}
