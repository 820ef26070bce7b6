import { useTranslation } from 'react-i18next'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { Notice } from '../../ui/notice.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { narrowScreen } from '../screens.ts'
import { arrangeTable, type TableGroup } from './arrange-table.ts'
import { FilterBar } from './filter-bar.tsx'
import { filterProgramme } from './filter-programme.ts'
import { FoundLine } from './found-line.tsx'
import { KindBar } from './kind-bar.tsx'
import { TableContext } from './table-context.ts'
import { TableHeading } from './table-heading.tsx'
import { isFiltered, readWords } from './table-search.ts'
import { TaskCards } from './task-cards.tsx'
import { TaskTable } from './task-table.tsx'
import { useKeepPlace, useReturnedFocus } from './use-keep-place.ts'
import { usePromiseLights } from './use-promise-lights.ts'
import { useTableSearch } from './use-table-search.ts'

type LivingTableProps = { programme: LivingProgramme; openPromise: string | undefined }

/** The published table with every promise alive in it. */
export function LivingTable({ programme, openPromise }: LivingTableProps) {
  const { t } = useTranslation('table')
  const { search } = useTableSearch()
  useKeepPlace(openPromise)
  useReturnedFocus(openPromise)
  const found = filterProgramme(programme, search)
  const lights = usePromiseLights(programme.id)
  const context = { programmeId: programme.id, openPromise, words: readWords(search.q), lights }
  return (
    <TableContext value={context}>
      <TableHeading programme={programme} />
      <KindBar programme={programme} />
      <FilterBar programme={programme} />
      {isFiltered(search) && <FoundLine found={found} />}
      {found.length === 0 && (
        <Notice tone="empty" title={t('nothingFoundTitle')}>
          {t('nothingFoundBody')}
        </Notice>
      )}
      {arrangeTable(found, search.view ?? 'project').map((group) => (
        <Group key={group.key} group={group} title={programme.title} />
      ))}
      <p className="state-legend">{lights.size > 0 ? t('lightLegend') : t('stateLegend')}</p>
    </TableContext>
  )
}

function Group({ group, title }: { group: TableGroup; title: string }) {
  const { t } = useTranslation('table')
  const narrow = useMediaQuery(narrowScreen)
  const headingLevel = group.heading === null ? 2 : 3
  return (
    <section className="table-group">
      {group.heading !== null && (
        <h2>
          <span lang="zh-CN">{group.heading}</span>
          <span className="quiet">
            {t('countTasks', { count: group.tasks })}
            {t('countSeparator')}
            {t('countPromises', { count: group.promises })}
          </span>
        </h2>
      )}
      {narrow ? (
        <TaskCards group={group} headingLevel={headingLevel} />
      ) : (
        <TaskTable group={group} label={group.heading ?? title} />
      )}
    </section>
  )
}
