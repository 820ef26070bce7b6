import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { forecastSentence } from '../../../domain/forecast/forecast-sentence.ts'
import { useLanguage } from '../language.ts'
import { useMayDo } from '../session.tsx'
import { Chance } from './forecast-table.tsx'
import { forecastsQuery } from './forecast-queries.ts'
import './forecasts.css'

type ForecastAccountProps = { programmeId: string; indicatorId: string }

/** For those who work on it: where a promise will end. Nothing where there is nothing to go by. */
export function ForecastAccount({ programmeId, indicatorId }: ForecastAccountProps) {
  const { t } = useTranslation('forecasts')
  const { language } = useLanguage()
  const mayRead = useMayDo()('light.read')
  const { data } = useQuery({ ...forecastsQuery(programmeId), enabled: mayRead })
  const forecast = data?.forecasts.find((each) => each.indicatorId === indicatorId)
  const promise = data?.promises.find(({ id }) => id === indicatorId)
  if (!mayRead || !forecast || !promise) return null
  return (
    <p className="panel-forecast">
      <span className="quiet">{t('chance')}</span> <Chance probability={forecast.probability} />{' '}
      {forecastSentence(forecast, promise.unit, language)}
    </p>
  )
}
