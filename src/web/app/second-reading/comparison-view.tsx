import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPage } from '../../../contract/imports.ts'
import { problemSentence } from '../../../domain/problems/problem.ts'
import { useLanguage } from '../language.ts'
import { useMayDo } from '../session.tsx'
import { AmendBar } from './amend-bar.tsx'
import { arrangeComparison, type Comparison } from './arrange-comparison.ts'
import { ChangeToggles } from './change-toggles.tsx'
import { ComparisonHeading } from './comparison-heading.tsx'
import { changeKinds, type ChangeKind } from './comparison-search.ts'
import { PromiseChanges } from './promise-changes.tsx'
import { TaskChanges } from './task-changes.tsx'
import { useShownKinds } from './use-shown-kinds.ts'

type ComparisonViewProps = { page: ImportPage; comparison: Comparison }

export function ComparisonView({ page, comparison }: ComparisonViewProps) {
  const { t } = useTranslation('secondReading')
  const mayAmend = useMayDo()('import.adopt')
  const arranged = useMemo(() => arrangeComparison(comparison, page.draft), [comparison, page.draft])
  const { shown, toggle } = useShownKinds()
  const hindrance = useHindrance(page, comparison)
  const counts = Object.fromEntries(
    changeKinds.map((kind) => [
      kind,
      kind === 'tasks' ? arranged.tasks.length : arranged.promises[kind].length,
    ]),
  ) as Record<ChangeKind, number>
  const isChanged = changeKinds.some((kind) => kind !== 'unchanged' && counts[kind] > 0)
  return (
    <div className="page comparison">
      <ComparisonHeading page={page} comparison={comparison} />
      {hindrance !== undefined && <p className="comparison-callout">{hindrance}</p>}
      <ChangeToggles counts={counts} shown={shown} onToggle={toggle} />
      {!isChanged && <p className="comparison-callout">{t('nothingChanged')}</p>}
      {changeKinds
        .filter((kind) => shown.includes(kind) && counts[kind] > 0)
        .map((kind) => (
          <section key={kind} className={`comparison-${kind}`} aria-labelledby={`changes-${kind}`}>
            <h2 id={`changes-${kind}`}>
              {t(`kind_${kind}`)} <span className="quiet">{counts[kind]}</span>
            </h2>
            {kind === 'tasks' ? (
              <TaskChanges differences={arranged.tasks} />
            ) : (
              <PromiseChanges kind={kind} promises={arranged.promises[kind]} />
            )}
          </section>
        ))}
      {mayAmend && isChanged && hindrance === undefined && (
        <AmendBar page={page} programme={comparison.programme} counts={counts} />
      )}
    </div>
  )
}

/** Why this document cannot amend this programme, in a sentence. */
function useHindrance(page: ImportPage, { programme }: Comparison): string | undefined {
  const { t } = useTranslation('secondReading')
  const { language } = useLanguage()
  const { year } = page.draft
  if (page.programmeId !== null) return t('alreadyAdopted')
  if (year === null || year === programme.year) return undefined
  return problemSentence('amendment.other-year', { programme: programme.year, document: year }, language)
}
