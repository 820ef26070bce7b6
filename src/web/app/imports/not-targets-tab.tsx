import { useTranslation } from 'react-i18next'
import type { DraftProgramme, DraftTask, NotTarget } from '../../../domain/programme/draft.ts'
import { AddForm } from './add-form.tsx'
import { addedFrom, clauseAround } from './added-values.ts'
import { keepFormDraft } from './form-drafts.ts'
import { formOf } from './forms.ts'
import { useImportActions } from './import-actions.ts'
import { tasksOf } from './import-reading.ts'
import { notTargetKey } from './light-keys.ts'
import { SentenceExcerpt } from './sentence-excerpt.tsx'

/** Every number that was left out, with the reason. */
export function NotTargetsTab({ draft, form }: { draft: DraftProgramme; form: string | null }) {
  const { t } = useTranslation('imports')
  const tasks = tasksOf(draft).filter((task) => task.notTargets.length > 0 || form === formOf.add(task.key))
  if (tasks.length === 0) return <p className="dry-empty">{t('noNotTargets')}</p>
  return (
    <>
      <p className="dry-lead">{t('notTargetsTitle')}</p>
      {tasks.map((task) => (
        <section key={task.key} className="dry-task" data-light={task.key} aria-label={task.no}>
          <header>
            <h2>{task.no}</h2>
          </header>
          {form === formOf.add(task.key) && <AddForm task={task} />}
          <ul>
            {task.notTargets.map((span) => (
              <NotTargetRow key={span.start} task={task} span={span} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function NotTargetRow({ task, span }: { task: DraftTask; span: NotTarget }) {
  const { t } = useTranslation('imports')
  const { importId, readOnly, openForm, showInSource } = useImportActions()
  const key = notTargetKey(task, span)

  function makePromise(): void {
    const clause = clauseAround(task.text, span.start, span.end)
    keepFormDraft(importId, formOf.add(task.key), {
      ...addedFrom(task, clause.start, clause.end),
      prefilled: true,
    })
    openForm(formOf.add(task.key))
  }
  return (
    <li className="dry-row" data-light={key} data-reading={key}>
      <div className="dry-row-head">
        <button
          type="button"
          className="dry-words"
          data-words=""
          data-stop=""
          onClick={() => showInSource(key)}
        >
          <span lang="zh-CN" className="dry-object">
            {task.text.slice(span.start, span.end)}
          </span>
        </button>
        <span className="dry-sureness">{t(`why_${span.why}`)}</span>
      </div>
      <div className="dry-facts">
        <SentenceExcerpt text={task.text} start={span.start} end={span.end} />
        {!readOnly && (
          <span className="dry-actions">
            <button type="button" className="dry-action" onClick={makePromise}>
              {t('makePromise')}
            </button>
          </span>
        )}
      </div>
    </li>
  )
}
