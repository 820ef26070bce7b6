import { useTranslation } from 'react-i18next'
import type { LeaderPageData } from '../../../contract/desk.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { PromiseLink } from '../desk/promise-link.tsx'
import { useLanguage } from '../language.ts'
import { ClosedMark } from '../lights/closed-mark.tsx'
import { LightMark } from '../lights/light-mark.tsx'
import { useMonthWords } from '../reporting/month-words.ts'

type Row = LeaderPageData['promises'][number]

/** Everything on paper, for the next meeting: what got worse, what the units complain of, every promise. */
export function LeaderPaper({ page }: { page: LeaderPageData }) {
  const { t } = useTranslation('leader')
  const { language } = useLanguage()
  const words = useMonthWords()
  const { programme, colours, worse, promises, asked, publishedMonth } = page
  const heading = t('paperPromises', { month: words(page.month), count: promises.length })
  const wasWorse = new Map(worse.map(({ promise, before }) => [promise.id, before]))
  return (
    <div className="leader-paper">
      <h2>{heading}</h2>
      <RecordTable
        caption={heading}
        rows={promises}
        keyOf={({ promise }) => promise.id}
        columns={[
          {
            heading: t('light'),
            cell: ({ light, closedOn }: Row) => (
              <>
                <LightMark level={light.level} colour={colours[light.level]} />{' '}
                <ClosedMark closedOn={closedOn} />
              </>
            ),
          },
          {
            heading: t('promise'),
            cell: ({ promise }: Row) => <PromiseLink programmeId={programme.id} promise={promise} />,
          },
          {
            heading: t('why'),
            cell: ({ promise, light }: Row) => {
              const before = wasWorse.get(promise.id)
              return (
                <>
                  {lightSentence(light, colours[light.level], language)}
                  {before && publishedMonth !== null && (
                    <span className="light-published">
                      {t('wasBefore', { month: words(publishedMonth) })} <LightMark {...before} />
                    </span>
                  )}
                </>
              )
            },
          },
        ]}
      />
      <h2>{t('paperProblems')}</h2>
      {asked.problems.length === 0 && <p className="quiet">{t('askedEmpty')}</p>}
      <ul className="desk-list" lang="zh-CN">
        {asked.problems.map(({ words: said, problems }) => (
          <li key={`${said}${problems[0]?.promise.id}${problems[0]?.unitId}`}>
            {said}
            <span className="quiet">
              {problems
                .map(({ unit, promise }) => t('unitOfTask', { unit, no: promise.no }))
                .join(t('separator'))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
