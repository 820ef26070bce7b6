import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { useLanguage } from '../language.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { useMayDo } from '../session.tsx'
import { lightsQuery } from './light-queries.ts'
import { isLagging } from '../../../domain/light/light-level.ts'
import { SuperviseLink } from '../orders/supervise-link.tsx'
import { ClosedMark } from './closed-mark.tsx'
import { LightMark } from './light-mark.tsx'

type LightAccountProps = { programmeId: string; indicatorId: string }

/** For those who work on it: the light of a promise as of now, and as it was last published. */
export function LightAccount({ programmeId, indicatorId }: LightAccountProps) {
  const { t } = useTranslation('lights')
  const { language } = useLanguage()
  const words = useMonthWords()
  const mayRead = useMayDo()('light.read')
  const { data } = useQuery({ ...lightsQuery(programmeId), enabled: mayRead })
  const of = <Light extends { subjectId: string }>(lights: readonly Light[] | undefined) =>
    lights?.find(({ subjectId }) => subjectId === indicatorId)
  const light = of(data?.subjects)
  if (!mayRead || !data || !light || light.level === 'unplanned') return null
  const published = of(data.published)
  const closedOn = data.programme.indicators.find(({ id }) => id === indicatorId)?.closedOn ?? null
  const colour = data.colours[light.level]
  return (
    <div className="panel-light" data-colour={colour}>
      <p>
        <LightMark level={light.level} colour={colour} /> <ClosedMark closedOn={closedOn} />
      </p>
      <p>
        {lightSentence(light, colour, language)}
        {closedOn === null && isLagging(light.level) && (
          <SuperviseLink programmeId={programmeId} indicatorId={indicatorId} month={data.month} />
        )}
      </p>
      {published && (
        <p className="quiet">
          {t('publishedOf', { month: words(published.month), no: published.no })}{' '}
          <LightMark level={published.level} colour={published.colour} />
        </p>
      )}
    </div>
  )
}
