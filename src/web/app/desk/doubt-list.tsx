import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/desk.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { FoldedList } from './folded-list.tsx'
import { PromiseLink } from './promise-link.tsx'

type Doubt = Desk['doubts'][number]

/** What looks odd and nobody has ruled on, promise by promise; each leads to the entry, or to the figure of the sheet. */
export function DoubtList({ desk }: { desk: Desk }) {
  const { t } = useTranslation('desk')
  const { t: evidence } = useTranslation('evidence')
  const groups = [...Map.groupBy(desk.doubts, ({ promise }) => promise.id).values()]
  return (
    <FoldedList
      items={groups}
      keyOf={([first]) => first?.promise.id ?? ''}
      render={(doubts) => {
        const [first] = doubts
        const kinds = new Set(doubts.flatMap((doubt) => doubt.kinds))
        return (
          <>
            {first && <PromiseLink programmeId={desk.programme.id} promise={first.promise} />}
            <details>
              <summary className="quiet">
                {[...kinds].map((kind) => evidence(`kind_${kind}`)).join(t('separator'))}
                {t('doubtCount', { count: doubts.reduce((sum, { count }) => sum + count, 0) })}
              </summary>
              <ul className="desk-units">
                {doubts.map((doubt) => (
                  <li key={`${doubt.unitId}${doubt.month}`}>
                    <DoubtLink doubt={doubt} programmeId={desk.programme.id} />
                  </li>
                ))}
              </ul>
            </details>
          </>
        )
      }}
    />
  )
}

function DoubtLink({ doubt, programmeId }: { doubt: Doubt; programmeId: string }) {
  const words = useMonthWords()
  const { promise, unitId, unit, month, entryId } = doubt
  const said = (
    <>
      <span lang="zh-CN">{unit}</span> {words(month)}
    </>
  )
  if (entryId === null)
    return (
      <Link
        to="/programmes/$programmeId/sheets/$unitId"
        params={{ programmeId, unitId }}
        search={{ month, indicator: promise.id }}
      >
        {said}
      </Link>
    )
  return (
    <Link
      to="/programmes/$programmeId/ledgers/$indicatorId"
      params={{ programmeId, indicatorId: promise.id }}
      search={{ unit: unitId, panel: entryId }}
    >
      {said}
    </Link>
  )
}
