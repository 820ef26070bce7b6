import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/desk.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { LightMark } from '../lights/light-mark.tsx'
import { useLanguage } from '../language.ts'
import { PromiseLink } from './promise-link.tsx'

/** How many stand where, each a way to see them; and the worst with the sentence that says why. */
export function LaggingList({ desk }: { desk: Desk }) {
  const { t } = useTranslation('desk')
  return (
    <>
      <LevelCounts desk={desk} />
      <LitList desk={desk} promises={desk.lagging} />
      <p>
        <Link to="/programmes/$programmeId/lights" params={{ programmeId: desk.programme.id }}>
          {t('allLights')}
        </Link>
      </p>
    </>
  )
}

type Counted = Pick<Desk, 'programme' | 'levels' | 'closed' | 'colours'>

export function LevelCounts({ desk }: { desk: Counted }) {
  const { t } = useTranslation('desk')
  return (
    <ul className="level-counts" aria-label={t('levels')}>
      {desk.levels.map(({ level, count }) => (
        <li key={level}>
          <Link
            to="/programmes/$programmeId/lights"
            params={{ programmeId: desk.programme.id }}
            search={{ level }}
          >
            <strong>{count}</strong> <LightMark level={level} colour={desk.colours[level]} />
          </Link>
        </li>
      ))}
      {desk.closed > 0 && (
        <li>
          <Link
            to="/programmes/$programmeId/lights"
            params={{ programmeId: desk.programme.id }}
            search={{ level: 'closed' }}
          >
            <strong>{desk.closed}</strong> {t('closed')}
          </Link>
        </li>
      )}
    </ul>
  )
}

type LitListProps = { desk: Pick<Desk, 'programme' | 'colours'>; promises: Desk['lagging'] }

export function LitList({ desk, promises }: LitListProps) {
  const { language } = useLanguage()
  return (
    <ul className="desk-list">
      {promises.map(({ promise, light }) => {
        const colour = desk.colours[light.level]
        return (
          <li key={promise.id} className="desk-lit">
            <LightMark level={light.level} colour={colour} />
            <span>
              <PromiseLink programmeId={desk.programme.id} promise={promise} />
              <span className="quiet">{lightSentence(light, colour, language)}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
