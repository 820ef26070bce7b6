import { useTranslation } from 'react-i18next'
import { MarkedText } from '../../ui/marked-text.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import type { StatedTask, TaskDifference } from './arrange-comparison.ts'
import { differingStretches } from './differing-stretches.ts'

/** What tasks say differently: their sentences, units, leaders and deadlines, side by side. */
export function TaskChanges({ differences }: { differences: readonly TaskDifference[] }) {
  const { t } = useTranslation('secondReading')
  return (
    <RecordTable
      caption={t('kind_tasks')}
      rows={differences}
      keyOf={({ id }) => id}
      columns={[
        { heading: t('taskAndField'), cell: whereCell },
        { heading: t('before'), cell: beforeCell },
        { heading: t('after'), cell: afterCell },
      ]}
    />
  )
}

const whereCell = (row: TaskDifference) => <Where row={row} />
const beforeCell = (row: TaskDifference) => <Side row={row} side="before" />
const afterCell = (row: TaskDifference) => <Side row={row} side="after" />

function Where({ row: { field, before, after } }: { row: TaskDifference }) {
  const { t } = useTranslation('secondReading')
  const { t: table } = useTranslation('table')
  const numbers = [...new Set([before, after].flatMap((task) => task?.no ?? []))].join(' → ')
  const names = {
    text: table('columnText'),
    deadline: t('taskDeadline'),
    leaders: table('columnLeaders'),
    leadUnits: table('columnLeadUnits'),
    cooperatingUnits: table('columnCooperating'),
    whole: before === null ? t('taskNew') : t('taskWithdrawn'),
  } as const
  return (
    <>
      {t('task', { no: numbers })}
      <span className="quiet comparison-field">{names[field]}</span>
    </>
  )
}

function Side({ row, side }: { row: TaskDifference; side: 'before' | 'after' }) {
  const { t } = useTranslation('secondReading')
  const { day } = useDates()
  const task = row[side]
  if (!task) return <span className="quiet">{t('noSide')}</span>
  if (row.field === 'text' || row.field === 'whole') return <Sentence row={row} side={side} task={task} />
  if (row.field === 'deadline') return task.deadline === null ? t('notStated') : day(task.deadline)
  const names = task[row.field].map(({ name }) => name)
  return <span lang="zh-CN">{names.length === 0 ? t('nobody') : names.join(t('listComma'))}</span>
}

function Sentence({ row, side, task }: { row: TaskDifference; side: 'before' | 'after'; task: StatedTask }) {
  const stretch = differingStretches(row.before?.text ?? '', row.after?.text ?? '')[side]
  const isMarked = row.field === 'text' && stretch.end > stretch.start
  return (
    <p className="comparison-sentence" lang="zh-CN">
      <MarkedText text={task.text} marks={isMarked ? [stretch] : []} />
    </p>
  )
}
