import type { LeaderPageData } from '../../../contract/desk.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { PromiseLink } from '../desk/promise-link.tsx'
import { useLanguage } from '../language.ts'
import { LightMark } from '../lights/light-mark.tsx'

type ShortListProps = {
  page: Pick<LeaderPageData, 'programme' | 'colours'>
  promises: readonly Pick<LeaderPageData['promises'][number], 'promise' | 'light'>[]
}

/** Promises with their light and the sentence that says why, narrow enough for a phone. */
export function ShortList({ page, promises }: ShortListProps) {
  const { language } = useLanguage()
  return (
    <ul className="desk-list leader-list">
      {promises.map(({ promise, light }) => {
        const colour = page.colours[light.level]
        return (
          <li key={promise.id}>
            <span>
              <LightMark level={light.level} colour={colour} />{' '}
              <PromiseLink programmeId={page.programme.id} promise={promise} />
            </span>
            <span className="quiet">{lightSentence(light, colour, language)}</span>
          </li>
        )
      })}
    </ul>
  )
}
