import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftMilestone, DraftProgramme, DraftReport, DraftTask } from '../../../domain/draft.ts'
import type { Place } from '../../../domain/source.ts'
import { useDates } from '../dates.ts'
import { useImportActions } from './import-actions.ts'
import { tasksOf } from './import-reading.ts'
import { placeKey } from './light-keys.ts'
import { ResultFigures } from './result-figures.tsx'

/** What plans and progress tables print beside the promises: steps on the way, and what was done so far. */
export function ProgressTab({ draft }: { draft: DraftProgramme }) {
  const { t } = useTranslation('imports')
  const tasks = tasksOf(draft)
  const planned = tasks.filter(({ milestones }) => milestones.length > 0)
  const done = tasks.filter(({ reported }) => reported.length > 0)
  if (planned.length + done.length === 0) return <p className="dry-empty">{t('noProgress')}</p>
  return (
    <>
      {done.length > 0 && (
        <ByTask
          title={t('resultsTitle')}
          lead={t('resultsLead')}
          tasks={done}
          rowsOf={(task) =>
            task.reported.map((report) => (
              <ResultRow key={placeKey(report.place)} task={task} report={report} />
            ))
          }
        />
      )}
      {planned.length > 0 && (
        <ByTask
          title={t('milestonesTitle')}
          lead={t('milestonesLead')}
          tasks={planned}
          rowsOf={({ milestones }) =>
            milestones.map((milestone) => (
              <MilestoneRow key={placeKey(milestone.place)} milestone={milestone} />
            ))
          }
        />
      )}
    </>
  )
}

type ByTaskProps = {
  title: string
  lead: string
  tasks: readonly DraftTask[]
  rowsOf: (task: DraftTask) => ReactNode
}

function ByTask({ title, lead, tasks, rowsOf }: ByTaskProps) {
  return (
    <section className="dry-part" aria-label={title}>
      <h2>{title}</h2>
      <p className="dry-lead">{lead}</p>
      {tasks.map((task) => (
        <section key={task.key} className="dry-task" data-light={task.key} aria-label={task.no}>
          <header>
            <h3>{task.no}</h3>
            <span lang="zh-CN" className="dry-task-text">
              {task.text}
            </span>
          </header>
          <ul>{rowsOf(task)}</ul>
        </section>
      ))}
    </section>
  )
}

function MilestoneRow({ milestone: { text, deadline, place } }: { milestone: DraftMilestone }) {
  const { t } = useTranslation('imports')
  const { day } = useDates()
  const said = deadline === null ? t('milestoneUndated') : t('byDate', { date: day(deadline) })
  return (
    <li className="dry-row" data-light={placeKey(place)} data-reading={placeKey(place)}>
      <RowHead text={text} place={place} said={said} />
    </li>
  )
}

function ResultRow({ task, report }: { task: DraftTask; report: DraftReport }) {
  const { t } = useTranslation('imports')
  const { place, inOrderPlace, inOrder } = report
  const period = report.period === '' ? t('resultUndated') : report.period
  // The answer to “是否达序” stands in a cell of its own, which leads here as well.
  const lights = [place, ...(inOrderPlace === null ? [] : [inOrderPlace])].map(placeKey).join(' ')
  return (
    <li className="dry-row" data-light={lights} data-reading={placeKey(place)}>
      <RowHead
        text={report.text}
        place={place}
        said={inOrder === null ? period : t('resultInOrder', { period, answer: inOrder })}
      />
      <ResultFigures task={task} report={report} />
    </li>
  )
}

function RowHead({ text, place, said }: { text: string; place: Place; said: string }) {
  const { showInSource } = useImportActions()
  return (
    <div className="dry-row-head">
      <button
        type="button"
        className="dry-words"
        data-words=""
        data-stop=""
        onClick={() => showInSource(placeKey(place))}
      >
        <span lang="zh-CN" className="dry-object">
          {text}
        </span>
      </button>
      <span className="dry-sureness">{said}</span>
    </div>
  )
}
