import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerPage } from '../../../contract/ledgers.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { EnterPanel } from './enter-panel.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { LoadPanel } from './load-panel.tsx'

type Unit = LedgerPage['units'][number]

type LedgerPanelProps = {
  page: LedgerPage
  panel: string
  /** The unit one enters for; undefined where one only reads. */
  unit: Unit | undefined
  close: () => void
  open: (panel: string) => void
}

/** Beside the list, over it on a phone; Escape closes it, back to where it was opened, and what was typed is kept. Keyed by what it shows. */
export function LedgerPanel({ page, panel, unit, close, open }: LedgerPanelProps) {
  const { t } = useTranslation('ledgers')
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusBack()
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [close])
  const title = panel === 'enter' ? t('enter') : panel === 'load' ? t('load') : t('entry')
  return (
    <aside className="ledger-panel" aria-label={title}>
      <div className="ledger-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="quiet-button" onClick={close}>
          {t('close')}
        </button>
      </div>
      {panel === 'enter' && unit && <EnterPanel key={unit.id} page={page} unit={unit} open={open} />}
      {panel === 'load' && unit && <LoadPanel key={unit.id} page={page} unit={unit} />}
      {panel !== 'enter' && panel !== 'load' && (
        <EntryPanel key={panel} page={page} entryId={panel} open={open} />
      )}
    </aside>
  )
}
