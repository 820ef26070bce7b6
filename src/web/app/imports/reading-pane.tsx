import { memo } from 'react'
import type { ImportPage } from '../../../contract/imports.ts'
import type { DraftProgramme } from '../../../domain/draft.ts'
import type { ImportId } from '../../../domain/ids.ts'
import { DoubtfulTab } from './doubtful-tab.tsx'
import { IgnoredTab } from './ignored-tab.tsx'
import type { ImportCounts } from './import-reading.ts'
import type { ImportTab } from './import-tabs.ts'
import { NotTargetsTab } from './not-targets-tab.tsx'
import { ProgressTab } from './progress-tab.tsx'
import { ReadingsList } from './readings-list.tsx'
import { UnitsTab } from './units-tab.tsx'

type ReadingPaneProps = {
  importId: ImportId
  tab: ImportTab
  draft: DraftProgramme
  source: ImportPage['source']
  units: ImportPage['units']
  counts: ImportCounts
  form: string | null
  onTab: (tab: ImportTab) => void
}

/** What was read, as the chosen tab shows it. */
export const ReadingPane = memo(function ReadingPane(props: ReadingPaneProps) {
  const { importId, tab, draft, source, units, counts, form, onTab } = props
  if (tab === 'doubtful')
    return (
      <DoubtfulTab
        importId={importId}
        draft={draft}
        source={source}
        counts={counts}
        form={form}
        onUnits={() => onTab('units')}
      />
    )
  if (tab === 'not-targets') return <NotTargetsTab draft={draft} form={form} />
  if (tab === 'progress') return <ProgressTab draft={draft} />
  if (tab === 'units') return <UnitsTab draft={draft} units={units} form={form} />
  if (tab === 'ignored') return <IgnoredTab draft={draft} />
  return <ReadingsList draft={draft} onlyDoubtful={false} form={form} />
})
