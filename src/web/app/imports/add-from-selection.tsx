import { useEffect, useMemo, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftProgramme } from '../../../domain/programme/draft.ts'
import type { SourceDocument } from '../../../domain/programme/source.ts'
import { addedFrom } from './added-values.ts'
import { keepFormDraft } from './form-drafts.ts'
import { formOf } from './forms.ts'
import { useImportActions } from './import-actions.ts'
import { selectedStretch, type SelectedStretch } from './selected-stretch.ts'
import { holdersOf } from './source-marks.ts'

type AddFromSelectionProps = {
  pane: RefObject<HTMLElement | null>
  source: SourceDocument
  draft: DraftProgramme
  onAdd: (taskKey: string) => void
}

/** Words selected in a sentence of the document can be made a promise at once. */
export function AddFromSelection({ pane, source, draft, onAdd }: AddFromSelectionProps) {
  const { t } = useTranslation('imports')
  const { importId, openForm } = useImportActions()
  const [stretch, setStretch] = useState<SelectedStretch>()
  const texts = useMemo(() => new Map(holdersOf(source).map(({ holder, text }) => [holder, text])), [source])
  useEffect(() => {
    const look = (): void => setStretch(selectedStretch(draft, texts))
    const hide = (): void => setStretch(undefined)
    const { current } = pane
    document.addEventListener('selectionchange', look)
    current?.addEventListener('scroll', hide)
    return () => {
      document.removeEventListener('selectionchange', look)
      current?.removeEventListener('scroll', hide)
    }
  }, [draft, texts, pane])
  if (!stretch) return null

  function add({ task, start, end }: SelectedStretch): void {
    keepFormDraft(importId, formOf.add(task.key), { ...addedFrom(task, start, end), prefilled: true })
    document.getSelection()?.removeAllRanges()
    openForm(formOf.add(task.key))
    onAdd(task.key)
  }
  return (
    <button
      type="button"
      className="button button-primary dry-add-selection"
      style={{ left: stretch.box.left, top: stretch.box.bottom + 6 }}
      // Pressing it must not take the selection away first.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => add(stretch)}
    >
      {t('makePromise')}
    </button>
  )
}
