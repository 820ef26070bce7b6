import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDates } from '../dates.ts'
import { promiseWords } from '../indicator/target-words.ts'
import { TargetChange } from '../second-reading/target-change.tsx'
import type { Amendment } from './amendments-query.ts'

type AmendmentEntryProps = { amendment: Amendment; programmeId: string; year: number }

/** One amendment: on what ground, when and by whom, and each change before → after. */
export function AmendmentEntry({ amendment, programmeId, year }: AmendmentEntryProps) {
  const { t } = useTranslation('amendments')
  const { day, moment } = useDates()
  const { no, decision, decidedOn, recordedBy, recordedAt, fileName, changes } = amendment
  const heading = `amendment-${no}`
  return (
    <section className="amendment" aria-labelledby={heading}>
      <h2 id={heading}>{no === 0 ? t('adoption', { year }) : t('amendment', { number: no })}</h2>
      <dl className="facts">
        {decision !== null && (
          <div>
            <dt>{t('decision')}</dt>
            <dd>
              <span lang="zh-CN">{decision}</span>
              {decidedOn !== null && <span className="quiet amendment-day">{day(decidedOn)}</span>}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('recorded')}</dt>
          <dd>{t('recordedBy', { date: moment(recordedAt), person: recordedBy ?? t('system') })}</dd>
        </div>
        <div>
          <dt>{t('file')}</dt>
          <dd lang="zh-CN">{fileName}</dd>
        </div>
      </dl>
      {no > 0 && changes.length === 0 && <p className="quiet">{t('noTargetChanged')}</p>}
      <ul className="amendment-changes">
        {changes.map(({ indicatorId, kind, before, after }) => (
          <li key={indicatorId}>
            <span className="quiet">{t(`kind_${kind}`)}</span>
            <div>
              <TargetChange before={before} after={after} />
            </div>
            {kind !== 'withdrawn' && (
              <Link
                to="/programmes/$programmeId/indicators/$indicatorId"
                params={{ programmeId, indicatorId }}
              >
                {t('openPromise')}
                <span className="visually-hidden" lang="zh-CN">
                  {after && promiseWords(after)}
                </span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
