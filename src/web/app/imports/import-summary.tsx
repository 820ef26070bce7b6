import { useTranslation } from 'react-i18next'
import type { ImportCounts } from './import-reading.ts'
import type { SourceMarks } from './source-marks.ts'

type ImportSummaryProps = { counts: ImportCounts; marks: SourceMarks; adopted: boolean }

/** How much was read, and that nothing was lost. */
export function ImportSummary({ counts, marks, adopted }: ImportSummaryProps) {
  const { t } = useTranslation('imports')
  const { t: table } = useTranslation('table')
  const toConfirm = counts.doubtful + counts.unsettledUnits
  return (
    <ul className="dry-summary">
      <li>{table('countProjects', { count: counts.projects })}</li>
      <li>{table('countTasks', { count: counts.tasks })}</li>
      <li>{table('countPromises', { count: counts.indicators })}</li>
      <li>{t('sumNotTargets', { count: counts.notTargets })}</li>
      <li className={toConfirm > 0 && !adopted ? 'dry-todo' : undefined}>
        {toConfirm === 0
          ? t('sumNoneDoubtful')
          : t(adopted ? 'sumUnconfirmed' : 'sumDoubtful', { count: toConfirm })}
      </li>
      <li className={marks.unread > 0 ? 'dry-todo' : undefined}>
        {marks.unread > 0
          ? t('sumIncomplete', { count: marks.unread, characters: marks.characters })
          : t('sumComplete', { characters: marks.characters })}
      </li>
    </ul>
  )
}
