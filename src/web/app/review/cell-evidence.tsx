import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceAccount } from '../evidence/evidence-account.tsx'
import type { Proven } from '../evidence/evidence-queries.ts'

/** The files and doubts of one cell, asked for when somebody wants to see them: a page may hold a hundred cells. */
export function CellEvidence({ proven }: { proven: Proven }) {
  const { t } = useTranslation('review')
  const [opened, setOpened] = useState(false)
  return (
    <details onToggle={(event) => setOpened((before) => before || event.currentTarget.open)}>
      <summary>{t('showEvidence')}</summary>
      {opened && <EvidenceAccount proven={proven} mayAdd={false} />}
    </details>
  )
}
