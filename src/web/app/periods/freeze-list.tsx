import { useTranslation } from 'react-i18next'
import { getFreeze } from '../../../contract/periods.ts'
import { addressOf } from '../api.ts'
import { useDates } from '../dates.ts'
import { useActor } from '../use-actor.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { quantityWords } from '../reporting/quantity-words.ts'
import type { Freezes } from './periods-data.ts'

/** What was frozen, with its digests, and what each later number says otherwise. */
export function FreezeList({ programmeId, freezes }: { programmeId: string; freezes: Freezes }) {
  const { t } = useTranslation('periods')
  const words = useMonthWords()
  const { moment } = useDates()
  const actor = useActor()
  return (
    <section aria-labelledby="freezes">
      <h2 id="freezes">{t('freezesTitle')}</h2>
      {freezes.length === 0 && <p className="quiet">{t('noFreezes')}</p>}
      <ul className="freeze-list">
        {freezes.map((freeze) => (
          <li key={`${freeze.month} ${freeze.no}`}>
            <p>
              <strong>{t('freezeOf', { month: words(freeze.month), no: freeze.no })}</strong>{' '}
              <span className="quiet">
                {actor({ by: freeze.frozenBy, standsIn: freeze.standsIn })} · {moment(freeze.frozenAt)}
              </span>{' '}
              <a
                href={addressOf(getFreeze, {
                  params: { programmeId, month: freeze.month, no: String(freeze.no) },
                })}
                download
              >
                {t('download')}
              </a>
            </p>
            {freeze.reason !== null && <p>{t('frozenBecause', { reason: freeze.reason })}</p>}
            <dl className="digests">
              <div>
                <dt>{t('sha256')}</dt>
                <dd>
                  <code>{freeze.sha256}</code>
                </dd>
              </div>
              <div>
                <dt>{t('sm3')}</dt>
                <dd>
                  <code>{freeze.sm3}</code>
                </dd>
              </div>
            </dl>
            {freeze.changes.length > 0 && (
              <details>
                <summary>{t('changes', { count: freeze.changes.length })}</summary>
                <ul>
                  {freeze.changes.map((change) => (
                    <li key={`${change.indicatorId} ${change.unitId}`}>
                      <span lang="zh-CN">
                        {change.unit} {change.promise}
                      </span>{' '}
                      {quantityWords(change.before)} → {quantityWords(change.after)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
