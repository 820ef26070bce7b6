import { useTranslation } from 'react-i18next'
import { MarkedText } from '../../ui/marked-text.tsx'
import type { TableGroup, TableProject } from './arrange-table.ts'
import { NameList } from './name-list.tsx'
import { findHits } from './promise-runs.ts'
import { useTableContext } from './table-context.ts'
import { TaskSentence } from './task-sentence.tsx'

/** The table as it is printed: six columns, cells merged as on the paper. */
export function TaskTable({ group, label }: { group: TableGroup; label: string }) {
  const { t } = useTranslation('table')
  return (
    <table className="task-table" aria-label={label}>
      <colgroup>
        <col className="column-no" />
        <col className="column-project" />
        <col className="column-text" />
        <col className="column-leaders" />
        <col className="column-units" />
        <col className="column-units" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('columnNo')}</th>
          <th scope="col">{t('columnProject')}</th>
          <th scope="col">{t('columnText')}</th>
          <th scope="col">{t('columnLeaders')}</th>
          <th scope="col">{t('columnLeadUnits')}</th>
          <th scope="col">{t('columnCooperating')}</th>
        </tr>
      </thead>
      {group.projects.map((each) => (
        <ProjectRows key={each.project.id} {...each} />
      ))}
    </table>
  )
}

function ProjectRows({ project, rows }: TableProject) {
  const { words } = useTableContext()
  return (
    <tbody>
      {rows.map((row, i) => (
        <tr key={row.task.id}>
          {i === 0 && (
            <>
              <td rowSpan={rows.length} className="cell-no">
                {project.no}
              </td>
              <th rowSpan={rows.length} scope="rowgroup" className="cell-project" lang="zh-CN">
                <MarkedText text={project.name} marks={findHits(project.name, words)} />
              </th>
            </>
          )}
          <td className="cell-text">
            <TaskSentence {...row} />
          </td>
          <MergedCell span={row.spans.leaders} className="cell-leaders" names={row.task.leaders} />
          <MergedCell span={row.spans.leadUnits} className="cell-units" names={row.task.leadUnits} />
          <MergedCell
            span={row.spans.cooperatingUnits}
            className="cell-units cell-cooperating"
            names={row.task.cooperatingUnits}
          />
        </tr>
      ))}
    </tbody>
  )
}

type MergedCellProps = { span: number; className: string; names: readonly { readonly name: string }[] }

/** Nothing where the cell above reaches down. */
function MergedCell({ span, className, names }: MergedCellProps) {
  if (span === 0) return null
  return (
    <td rowSpan={span} className={className}>
      <NameList names={names} />
    </td>
  )
}
