import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPage } from '../../../contract/imports.ts'
import { AdoptDialog } from './adopt-dialog.tsx'
import type { ImportCounts } from './import-reading.ts'

type AdoptBarProps = { page: ImportPage; counts: ImportCounts; saving: boolean }

/** What still stands between the draft and a programme. */
export function AdoptBar({ page, counts, saving }: AdoptBarProps) {
  const { t } = useTranslation('imports')
  const [asking, setAsking] = useState(false)
  return (
    <section className="dry-adopt" aria-label={t('adoptBar')}>
      <p>
        {counts.doubtful > 0 ? t('stillDoubtful', { count: counts.doubtful }) : t('allSettled')}
        {counts.newUnits > 0 && ` · ${t('willCreateUnits', { count: counts.newUnits })}`}
      </p>
      <button
        type="button"
        className="button button-primary"
        disabled={saving}
        onClick={() => setAsking(true)}
      >
        {t('adopt')}
      </button>
      {asking && <AdoptDialog page={page} counts={counts} onClose={() => setAsking(false)} />}
    </section>
  )
}
