import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/desk.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { FoldedList } from './folded-list.tsx'

type Group = Desk['problems'][number]
type ProblemListProps = { programmeId: string; groups: readonly Group[] }

/** What the reports complain of, in their words; what several share comes first, with how many. */
export function ProblemList({ programmeId, groups }: ProblemListProps) {
  const { t } = useTranslation('desk')
  return (
    <FoldedList
      items={groups}
      keyOf={({ words, problems }) => `${words}${problems[0]?.promise.id}${problems[0]?.unitId}`}
      render={({ words, problems }) => (
        <details>
          <summary>
            <span lang="zh-CN">{words}</span>
            <span className="quiet">
              {t('problemCount', { count: problems.length })}
              <span lang="zh-CN">{unitsOf(problems).join(t('separator'))}</span>
            </span>
          </summary>
          <ul className="desk-problems">
            {problems.map((problem) => (
              <li key={`${problem.promise.id}${problem.unitId}`}>
                <ProblemLine problem={problem} programmeId={programmeId} />
              </li>
            ))}
          </ul>
        </details>
      )}
    />
  )
}

/** The units, each once, with how often. */
function unitsOf(problems: Group['problems']): string[] {
  const counts = Map.groupBy(problems, ({ unit }) => unit)
  return [...counts].map(([unit, all]) => (all.length > 1 ? `${unit} ${all.length}` : unit))
}

function ProblemLine({ problem, programmeId }: { problem: Group['problems'][number]; programmeId: string }) {
  const { t } = useTranslation('desk')
  const words = useMonthWords()
  const { unit, unitId, month, promise } = problem
  return (
    <>
      <Link
        to="/programmes/$programmeId/sheets/$unitId"
        params={{ programmeId, unitId }}
        search={{ month, indicator: promise.id }}
        lang="zh-CN"
      >
        {unit} · {promise.no} {promise.sentence}
      </Link>
      <span lang="zh-CN">{problem.problem}</span>
      <span className="quiet">
        {words(month)}
        {problem.nextStep !== null && (
          <>
            {t('nextStep')}
            <span lang="zh-CN">{problem.nextStep}</span>
          </>
        )}
      </span>
    </>
  )
}
