import { useTranslation } from 'react-i18next'
import { countPromises, type FoundTask } from './filter-programme.ts'
import { noFilters, useTableSearch } from './use-table-search.ts'

/** How much the filters leave, said aloud as well, and the way back to everything. */
export function FoundLine({ found }: { found: readonly FoundTask[] }) {
  const { t } = useTranslation('table')
  const { change } = useTableSearch()
  return (
    <p className="found-line">
      <output>
        {t('found', {
          tasks: t('countTasks', { count: found.length }),
          promises: t('countPromises', { count: countPromises(found) }),
        })}
      </output>
      <button type="button" className="link-button" onClick={() => change(noFilters)}>
        {t('clearAll')}
      </button>
    </p>
  )
}
