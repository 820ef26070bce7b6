import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { chanceWords, forecastSentence } from '../../../domain/forecast/forecast-sentence.ts'
import type { Decimal } from '../../../domain/values/decimal.ts'
import { grouped } from '../../../domain/values/figures.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { useLanguage } from '../language.ts'
import { ClosedMark } from '../lights/closed-mark.tsx'
import { useMonthWords } from '../reporting/month-words.ts'
import type { ForecastRow } from './arrange-forecasts.ts'

type ForecastTableProps = { heading: string; rows: readonly ForecastRow[]; programmeId: string }

/** Each promise with its chance, its expected end, and the sentence that says why. */
export function ForecastTable({ heading, rows, programmeId }: ForecastTableProps) {
  const { t } = useTranslation('forecasts')
  const { language } = useLanguage()
  const words = useMonthWords()
  if (rows.length === 0) return null
  return (
    <section className="forecast-group" aria-label={heading}>
      <h2>{heading}</h2>
      <RecordTable
        caption={heading}
        rows={rows}
        keyOf={({ promise }) => promise.id}
        columns={[
          {
            heading: t('chance'),
            cell: ({ forecast }: ForecastRow) => <Chance probability={forecast.probability} />,
          },
          {
            heading: t('promise'),
            names: true,
            cell: ({ promise }: ForecastRow) => (
              <Link
                to="/programmes/$programmeId/indicators/$indicatorId"
                params={{ programmeId, indicatorId: promise.id }}
                className="forecast-promise"
                lang="zh-CN"
              >
                {promise.no} {promise.sentence}
              </Link>
            ),
          },
          {
            heading: t('expected'),
            cell: ({ forecast, promise }: ForecastRow) => (
              <>
                <strong>{grouped(forecast.expected)}</strong>
                {promise.target !== null && (
                  <span className="quiet">
                    {' '}
                    / {grouped(promise.target)}
                    <span lang="zh-CN">{promise.unit}</span>
                  </span>
                )}
              </>
            ),
          },
          {
            heading: t('why'),
            cell: ({ forecast, promise, warning }: ForecastRow) => (
              <>
                <ClosedMark closedOn={promise.closedOn} />{' '}
                {forecastSentence(forecast, promise.unit, language)}
                {warning && (
                  <span className="forecast-seen">{t('firstSeen', { month: words(warning.firstSeen) })}</span>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

/** The chance in figures over a line as long as it is; no light, so no colour of one. */
export function Chance({ probability }: { probability: Decimal }) {
  return (
    <span className="chance" style={{ '--chance': chanceWords(probability) } as CSSProperties}>
      {chanceWords(probability)}
    </span>
  )
}
