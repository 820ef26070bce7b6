import { needsLook } from '../../../domain/draft.ts'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPage } from '../../../contract/imports.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { panelOverTable } from '../screens.ts'
import { AddFromSelection } from './add-from-selection.tsx'
import { AdoptBar } from './adopt-bar.tsx'
import { CorrectionStatus } from './correction-status.tsx'
import { ImportActionsContext } from './import-actions.ts'
import { ImportHeading } from './import-heading.tsx'
import { countImport } from './import-reading.ts'
import type { ImportTab } from './import-tabs.ts'
import { ReadingPane } from './reading-pane.tsx'
import { ShortcutLegend } from './shortcut-legend.tsx'
import { SideSwitch, type Side } from './side-switch.tsx'
import { SourceNote } from './source-note.tsx'
import { SourcePane } from './source-pane.tsx'
import { markSource } from './source-marks.ts'
import { TabList } from './tab-list.tsx'
import { useDryRunKeys } from './use-dry-run-keys.ts'
import { useImportActionsOf } from './use-import-actions-of.ts'
import { useSides } from './use-sides.ts'

/** The dry run: the document on one side, what was read on the other. */
export function ImportView({ page }: { page: ImportPage }) {
  const { t } = useTranslation('imports')
  const oneSide = useMediaQuery(panelOverTable)
  const panelId = useId()
  const state = useImportActionsOf(page)
  const { draft, form } = state
  const counts = useMemo(() => countImport(draft, page.units), [draft, page.units])
  const marks = useMemo(() => markSource(page.source, draft, needsLook), [page.source, draft])
  const [tab, setTab] = useImportTab(page.programmeId === null && counts.doubtful + counts.unsettledUnits > 0)
  const { root, sourcePane, readingPane, side, setSide, showInSource, showInReading, showOther } = useSides({
    draft,
    tab,
    setTab,
  })
  const actions = useMemo(() => ({ ...state.actions, showInSource }), [state.actions, showInSource])
  useDryRunKeys({ root, draft, actions, showOther, undo: state.undo })

  const tabCounts: Record<ImportTab, number> = {
    doubtful: counts.doubtful + counts.unsettledUnits,
    all: counts.indicators,
    'not-targets': counts.notTargets,
    progress: counts.milestones + counts.reported,
    units: page.units.length,
    ignored: draft.ignored.filter(({ text }) => text.trim() !== '').length,
  }
  const shows = (each: Side) => !oneSide || each === side
  return (
    <ImportActionsContext value={actions}>
      <div ref={root} className="dry-run">
        <ImportHeading page={page} counts={counts} marks={marks}>
          <CorrectionStatus state={state} canUndo={page.canUndo} />
        </ImportHeading>
        {oneSide && <SideSwitch side={side} onChange={setSide} />}
        <div className="dry-panes">
          <section
            ref={sourcePane}
            data-pane="source"
            className="dry-pane dry-source"
            aria-label={t('sourceLabel')}
            hidden={!shows('source')}
          >
            <SourcePane source={page.source} marks={marks} />
          </section>
          <section className="dry-side" hidden={!shows('reading')} aria-label={t('sideReading')}>
            <TabList active={tab} counts={tabCounts} panelId={panelId} onChange={setTab} />
            <div
              // Each tab begins at its top.
              key={tab}
              ref={readingPane}
              data-pane="reading"
              className="dry-pane"
              id={panelId}
              role="tabpanel"
              aria-labelledby={`tab-${tab}`}
              tabIndex={0}
            >
              <ReadingPane
                importId={page.id}
                tab={tab}
                draft={draft}
                source={page.source}
                units={page.units}
                counts={counts}
                form={form}
                onTab={setTab}
              />
            </div>
          </section>
        </div>
        {!actions.readOnly && <ShortcutLegend />}
        {!actions.readOnly && <AdoptBar page={page} counts={counts} saving={state.saving} />}
        <SourceNote root={root} />
        {!actions.readOnly && (
          <AddFromSelection
            pane={sourcePane}
            source={page.source}
            draft={draft}
            onAdd={(task) => showInReading(task, tab === 'doubtful' ? tab : 'all')}
          />
        )}
      </div>
    </ImportActionsContext>
  )
}

/** The tab stands in the address; without one it opens at what is to be confirmed, if there is anything. */
function useImportTab(anyToConfirm: boolean): [ImportTab, (tab: ImportTab) => void] {
  const { tab } = useSearch({ from: '/imports/$importId' })
  const navigate = useNavigate({ from: '/imports/$importId' })
  const [first] = useState<ImportTab>(anyToConfirm ? 'doubtful' : 'all')
  const change = useCallback(
    (next: ImportTab) => void navigate({ search: { tab: next }, replace: true, resetScroll: false }),
    [navigate],
  )
  return [tab ?? first, change]
}
