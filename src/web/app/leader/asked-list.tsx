import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LeaderPageData } from '../../../contract/desk.ts'
import { linesOf } from '../../../domain/duty/notice-line.ts'
import { noticePlace } from '../../../domain/duty/notice-place.ts'
import { noticeSentence } from '../../../domain/duty/notice-sentence.ts'
import { ProblemList } from '../desk/problem-list.tsx'
import { useLanguage } from '../language.ts'

type AskedListProps = { programmeId: string; asked: LeaderPageData['asked']; most: number }

/** What waits for the leader's word: notices to the post, disputes over shares, and what the units complain of. */
export function AskedList({ programmeId, asked, most }: AskedListProps) {
  const { t } = useTranslation('leader')
  const { language } = useLanguage()
  const { notices, objections, problems } = asked
  if (notices.length + objections.length + problems.length === 0)
    return <p className="quiet">{t('askedEmpty')}</p>
  return (
    <>
      <ul className="desk-list">
        {linesOf(notices)
          .slice(0, most)
          .map((line) => (
            <li key={line.key}>
              <a href={noticePlace(line)}>{noticeSentence(line, language)}</a>
            </li>
          ))}
        {objections.slice(0, most).map(({ promise, unit, unitId, reason }) => (
          <li key={`${promise.id}${unitId}`}>
            <Link
              to="/programmes/$programmeId/plans/$indicatorId"
              params={{ programmeId, indicatorId: promise.id }}
            >
              {t('objection', { unit, promise: promise.sentence })}
            </Link>
            <span className="quiet" lang="zh-CN">
              {reason}
            </span>
          </li>
        ))}
      </ul>
      <ProblemList programmeId={programmeId} groups={problems.slice(0, most)} />
    </>
  )
}
