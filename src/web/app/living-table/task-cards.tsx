import { useTranslation } from 'react-i18next'
import { MarkedText } from '../../ui/marked-text.tsx'
import type { TableGroup } from './arrange-table.ts'
import type { FoundTask } from './filter-programme.ts'
import { NameList } from './name-list.tsx'
import { findHits } from './promise-runs.ts'
import { useTableContext } from './table-context.ts'
import { TaskSentence } from './task-sentence.tsx'

/** The same words for a narrow screen: task under task within each project. */
export function TaskCards({ group, headingLevel }: { group: TableGroup; headingLevel: 2 | 3 }) {
  const { words } = useTableContext()
  const Heading = `h${headingLevel}` as const
  return group.projects.map(({ project, rows }) => (
    <section key={project.id} className="task-cards">
      <Heading className="task-cards-project" lang="zh-CN">
        <span className="quiet">{project.no}</span>{' '}
        <MarkedText text={project.name} marks={findHits(project.name, words)} />
      </Heading>
      {rows.map((row) => (
        <TaskCard key={row.task.id} {...row} />
      ))}
    </section>
  ))
}

function TaskCard(found: FoundTask) {
  const { t } = useTranslation('table')
  const duties = [
    { heading: t('columnLeaders'), names: found.task.leaders },
    { heading: t('columnLeadUnits'), names: found.task.leadUnits },
    { heading: t('columnCooperating'), names: found.task.cooperatingUnits },
  ]
  return (
    <article className="task-card">
      <p>
        <TaskSentence {...found} />
      </p>
      <dl>
        {duties
          .filter(({ names }) => names.length > 0)
          .map(({ heading, names }) => (
            <div key={heading}>
              <dt>{heading}</dt>
              <dd>
                <NameList names={names} />
              </dd>
            </div>
          ))}
      </dl>
    </article>
  )
}
