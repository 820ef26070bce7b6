import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportPage } from '../../../contract/imports.ts'
import { needsLook } from '../../../domain/programme/draft.ts'
import { useOpenForm } from '../imports/form-drafts.ts'
import { AmendDialog } from './amend-dialog.tsx'
import { decisionForm, useDecisionDraft } from './decision-draft.ts'
import type { Comparison } from './arrange-comparison.ts'
import { changeKinds, type ChangeKind } from './comparison-search.ts'

type AmendBarProps = {
  page: ImportPage
  programme: Comparison['programme']
  counts: Readonly<Record<ChangeKind, number>>
}

/** What the amendment would be, and the way to make it. */
export function AmendBar({ page, programme, counts }: AmendBarProps) {
  const { t } = useTranslation('secondReading')
  const number = programme.amendmentNo + 1
  const decision = useDecisionDraft(page.id)
  // After a reload one is where one was: in the form that was being filled in.
  const [form, openForm] = useOpenForm(page.id)
  const indicators = page.draft.projects.flatMap(({ tasks }) => tasks.flatMap((task) => task.indicators))
  const doubtful = indicators.filter(needsLook).length
  const summary = changeKinds
    .filter((kind) => kind !== 'unchanged' && counts[kind] > 0)
    .map((kind) => t('kindCount', { kind: t(`kind_${kind}`), number: counts[kind] }))
  return (
    <section className="amend-bar" aria-label={t('amendBar')}>
      <p>
        {summary.join(t('countSeparator'))}
        {doubtful > 0 && (
          <>
            {t('countSeparator')}
            <Link to="/imports/$importId" params={{ importId: page.id }} search={{ tab: 'doubtful' }}>
              {t('stillDoubtful', { count: doubtful })}
            </Link>
          </>
        )}
      </p>
      <button type="button" className="button button-primary" onClick={() => openForm(decisionForm)}>
        {t('amend', { number })}
      </button>
      {form === decisionForm && (
        <AmendDialog
          page={page}
          programme={programme}
          counts={counts}
          decision={decision}
          onClose={() => openForm(null)}
        />
      )}
    </section>
  )
}
