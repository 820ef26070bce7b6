import { useTranslation } from 'react-i18next'
import { decimal } from '../../../domain/decimal.ts'
import { linearOffset, textAt } from '../../../domain/source-offset.ts'
import type { DraftTask } from '../../../domain/draft.ts'
import type { Place, SourceDocument } from '../../../domain/source.ts'
import { grouped } from '../../ui/figures.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import type { ImportReport } from './report-query.ts'

type Row = { readonly id: string; readonly text: string; readonly said: string; readonly at: number }

/** Text that no part of the reading holds: a sound reading has none. */
export function UnaccountedList(props: { unaccounted: ImportReport['unaccounted']; source: SourceDocument }) {
  const { t } = useTranslation('importReport')
  if (props.unaccounted.length === 0) return null
  const rows = props.unaccounted.map(({ text, place }, index) =>
    rowOf(props.source, place, index, text, t('lostText')),
  )
  return (
    <div className="report-lost">
      <List id="lost" title={t('lostTitle')} said={t('reason')} rows={rows} />
    </div>
  )
}

/** The text that was left out, each with its reason; blank cells are only counted. */
export function IgnoredList(props: { ignored: ImportReport['ignored']; source: SourceDocument }) {
  const { t } = useTranslation('importReport')
  const { t: word } = useTranslation('imports')
  const rows = props.ignored.map(({ text, why, place }, index) =>
    rowOf(props.source, place, index, text, word(`ignored_${why}`)),
  )
  const written = rows.filter(({ text }) => text !== '')
  const blank = rows.length - written.length
  return (
    <List
      id="ignored"
      title={t('ignoredTitle')}
      said={t('reason')}
      rows={written}
      none={t('noneIgnored')}
      note={blank > 0 ? t('blank', { count: blank }) : undefined}
    />
  )
}

/** What the reader did or missed, in a sentence each. */
export function WarningList(props: { warnings: ImportReport['warnings']; source: SourceDocument }) {
  const { t } = useTranslation('importReport')
  const { t: word } = useTranslation('imports')
  const rows = props.warnings.map(({ code, place, details }, index) => {
    const sentence = word(`warning_${code}`)
    const { no } = details
    const said = no === undefined ? sentence : t('warningAt', { no, sentence })
    return rowOf(props.source, place, index, textAt(props.source, place) || word('emptyPlace'), said)
  })
  return (
    <List id="warnings" title={t('warningsTitle')} said={t('warning')} rows={rows} none={t('noneWarned')} />
  )
}

type ProgressProps = { tasks: readonly DraftTask[]; source: SourceDocument }

/** What plans print beside the promises; most documents have none. */
export function MilestoneList({ tasks, source }: ProgressProps) {
  const { t } = useTranslation('importReport')
  const { t: word } = useTranslation('imports')
  const { day } = useDates()
  const rows = tasks.flatMap(({ key, no, milestones }) =>
    milestones.map(({ text, deadline, place }, index) => {
      const said = deadline === null ? word('milestoneUndated') : word('byDate', { date: day(deadline) })
      return rowOf(source, place, `${key} ${index}`, text, t('ofTask', { no, said }))
    }),
  )
  if (rows.length === 0) return null
  return <List id="milestones" title={word('milestonesTitle')} said={t('deadline')} rows={rows} />
}

/** What a progress table says was done. */
export function ResultList({ tasks, source }: ProgressProps) {
  const { t } = useTranslation('importReport')
  const { t: word } = useTranslation('imports')
  const rows = tasks.flatMap(({ key, no, reported }) =>
    reported.map(({ text, period, inOrder, place }, index) => {
      const when = period === '' ? word('resultUndated') : period
      const said = inOrder === null ? when : word('resultInOrder', { period: when, answer: inOrder })
      return rowOf(source, place, `${key} ${index}`, text, t('ofTask', { no, said }))
    }),
  )
  if (rows.length === 0) return null
  return <List id="results" title={word('resultsTitle')} said={t('period')} rows={rows} />
}

function rowOf(source: SourceDocument, place: Place, id: number | string, text: string, said: string): Row {
  // Counted from 1, as people count.
  return { id: `${id}`, text: text.trim(), said, at: linearOffset(source, place) + 1 }
}

type ListProps = {
  id: string
  title: string
  /** Heading of the column that says something about the text. */
  said: string
  rows: readonly Row[]
  /** What stands there when there are no rows. */
  none?: string
  note?: string | undefined
}

function List({ id, title, said, rows, none, note }: ListProps) {
  const { t } = useTranslation('importReport')
  return (
    <section aria-labelledby={`report-${id}`}>
      <h2 id={`report-${id}`}>{title}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <RecordTable
          caption={title}
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            { heading: t('text'), cell: textCell },
            { heading: said, cell: (row) => row.said },
            { heading: t('place'), cell: (row) => t('character', { number: grouped(decimal(row.at)) }) },
          ]}
        />
      )}
      {note !== undefined && <p className="quiet">{note}</p>}
    </section>
  )
}

const textCell = ({ text }: Row) => (
  <span lang="zh-CN" className="report-text">
    {text}
  </span>
)
