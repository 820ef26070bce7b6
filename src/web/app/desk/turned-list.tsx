import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/desk.ts'
import { chanceWords } from '../../../domain/forecast/forecast-sentence.ts'
import { LightMark } from '../lights/light-mark.tsx'
import { FoldedList } from './folded-list.tsx'
import { PromiseLink } from './promise-link.tsx'

type TurnedLightsProps = Pick<Desk, 'programme' | 'colours' | 'turnedLights'>

/** From the level last published to that of now; what got worse first. */
export function TurnedLights({ programme, colours, turnedLights }: TurnedLightsProps) {
  return (
    <FoldedList
      items={turnedLights}
      keyOf={({ promise }) => promise.id}
      render={({ promise, before, now }) => (
        <>
          <PromiseLink programmeId={programme.id} promise={promise} />
          <span className="desk-turn">
            <LightMark {...before} /> → <LightMark level={now.level} colour={colours[now.level]} />
          </span>
        </>
      )}
    />
  )
}

/** Chances that crossed the line within the last month. */
export function TurnedForecasts({ programme, turnedForecasts }: Pick<Desk, 'programme' | 'turnedForecasts'>) {
  const { t } = useTranslation('desk')
  return (
    <FoldedList
      items={turnedForecasts}
      keyOf={({ promise }) => promise.id}
      render={({ promise, before, now, way }) => (
        <>
          <PromiseLink programmeId={programme.id} promise={promise} />
          <span className="desk-turn">
            {chanceWords(before)} → <strong>{chanceWords(now)}</strong>
            <span className="quiet">{t(`turned_${way}`)}</span>
          </span>
        </>
      )}
    />
  )
}
