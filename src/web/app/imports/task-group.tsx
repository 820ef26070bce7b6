import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { needsLook, type DraftName, type DraftTask } from '../../../domain/programme/draft.ts'
import { AddForm } from './add-form.tsx'
import { formOf } from './forms.ts'
import { useImportActions } from './import-actions.ts'
import { placeKey } from './light-keys.ts'
import { ReadingRow } from './reading-row.tsx'

type TaskGroupProps = {
  task: DraftTask
  /** Only readings that need a look; the one whose form is open stays in any case. */
  onlyDoubtful: boolean
  /** The form that is open within this task, if any. */
  form: string | null
}

export const TaskGroup = memo(function TaskGroup({ task, onlyDoubtful, form }: TaskGroupProps) {
  const { t } = useTranslation('imports')
  const { readOnly, correctNow, openForm } = useImportActions()
  const doubtful = task.indicators.filter(needsLook)
  const shown = onlyDoubtful
    ? task.indicators.filter(
        ({ key }) =>
          form === formOf.edit(key) ||
          form === formOf.split(key) ||
          doubtful.some((other) => other.key === key),
      )
    : task.indicators
  return (
    <section className="dry-task" data-light={task.key} data-task={task.key} aria-label={task.no}>
      <header>
        <h3>{task.no}</h3>
        <Duties task={task} />
        {!readOnly && (
          <span className="dry-task-actions">
            {doubtful.length > 1 && (
              <button
                type="button"
                className="dry-action"
                onClick={() => correctNow({ type: 'confirm-task', task: task.key })}
              >
                {t('confirmTask', { number: doubtful.length })}
              </button>
            )}
            <button type="button" className="dry-action" onClick={() => openForm(formOf.add(task.key))}>
              {t('addPromise')}
            </button>
          </span>
        )}
      </header>
      {form === formOf.add(task.key) && <AddForm task={task} />}
      {shown.length === 0 && !onlyDoubtful && <p className="dry-hint">{t('taskWithout')}</p>}
      <ul>
        {shown.map((indicator) => (
          <ReadingRow key={indicator.key} indicator={indicator} task={task} form={form} />
        ))}
      </ul>
    </section>
  )
})

function Duties({ task }: { task: DraftTask }) {
  const { t } = useTranslation('imports')
  const duties = [
    { label: t('leaders'), names: task.leaders },
    { label: t('leadUnits'), names: task.leadUnits },
    { label: t('cooperating'), names: task.cooperatingUnits },
  ]
  return (
    <p className="dry-duties">
      {duties.map(({ label, names }) => (
        <span key={label}>
          <span className="dry-duty">{label}</span>{' '}
          {names.length === 0 ? t('nobody') : <Names names={names} />}
        </span>
      ))}
    </p>
  )
}

/** Names, each lighting up where it is printed. */
function Names({ names }: { names: readonly DraftName[] }): ReactNode {
  const { t } = useTranslation('imports')
  return names.map(({ name, place }, i) => (
    <span key={placeKey(place)} lang="zh-CN">
      {i > 0 && t('listComma')}
      <span data-light={placeKey(place)}>{name}</span>
    </span>
  ))
}
