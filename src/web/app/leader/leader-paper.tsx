import { useTranslation } from 'react-i18next'
import type { LeaderPageData } from '../../../contract/desk.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { PromiseLink } from '../desk/promise-link.tsx'
import { useLanguage } from '../language.ts'
import { LightMark } from '../lights/light-mark.tsx'
import { useMonthWords } from '../reporting/month-words.ts'

/** Everything on paper, for the next meeting: what got worse, what the units complain of, every promise. */
export function LeaderPaper({ page }: { page: LeaderPageData }) {
  const { t } = useTranslation('leader')
  const { language } = useLanguage()
  const words = useMonthWords()
  const { programme, colours, worse, promises, asked, publishedMonth } = page
  const wasWorse = new Map(worse.map(({ promise, before }) => [promise.id, before]))
  return (
    <div className="leader-paper">
      <h2>{t('paperPromises', { month: words(page.month), count: promises.length })}</h2>
      <table
        className="record-table"
        aria-label={t('paperPromises', { month: words(page.month), count: promises.length })}
      >
        <thead>
          <tr>
            <th scope="col">{t('light')}</th>
            <th scope="col">{t('promise')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {promises.map(({ promise, light }) => {
            const before = wasWorse.get(promise.id)
            return (
              <tr key={promise.id}>
                <td>
                  <LightMark level={light.level} colour={colours[light.level]} />
                </td>
                <td>
                  <PromiseLink programmeId={programme.id} promise={promise} />
                </td>
                <td>
                  {lightSentence(light, colours[light.level], language)}
                  {before && publishedMonth !== null && (
                    <span className="light-published">
                      {t('wasBefore', { month: words(publishedMonth) })} <LightMark {...before} />
                    </span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <h2>{t('paperProblems')}</h2>
      {asked.problems.length === 0 && <p className="quiet">{t('askedEmpty')}</p>}
      <ul className="desk-list" lang="zh-CN">
        {asked.problems.map(({ words: said, problems }) => (
          <li key={`${said}${problems[0]?.promise.id}${problems[0]?.unitId}`}>
            {said}
            <span className="quiet">
              {problems.map(({ unit, promise }) => `${unit}（${promise.no}）`).join('、')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
