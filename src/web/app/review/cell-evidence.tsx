import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellRow } from '../../../contract/reporting.ts'
import { suspicionSentence } from '../../../domain/evidence/suspicion.ts'
import { EvidenceAccount } from '../evidence/evidence-account.tsx'
import type { Proven } from '../evidence/evidence-queries.ts'
import { useLanguage } from '../language.ts'

type CellEvidenceProps = { proven: Proven; suspicions: CellRow['suspicions'] }

/**
 * What looks odd in a cell in its sentence; both sides and the files are asked for when somebody wants to see them, as a
 * page may hold a hundred cells.
 */
export function CellEvidence({ proven, suspicions }: CellEvidenceProps) {
  const { t } = useTranslation('review')
  const [open, setOpen] = useState(false)
  return (
    <>
      {!open && <Sentences suspicions={suspicions} />}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('showEvidence')}</summary>
        {open && <EvidenceAccount proven={proven} mayAdd={false} />}
      </details>
    </>
  )
}

function Sentences({ suspicions }: Pick<CellEvidenceProps, 'suspicions'>) {
  const { t } = useTranslation('evidence')
  const { language } = useLanguage()
  return suspicions.map(({ id, kind, details, ruling }) => (
    <p key={id} className={ruling === 'explained' ? 'quiet' : undefined}>
      <strong>{t(`kind_${kind}`)}</strong> {suspicionSentence(kind, details, language)}{' '}
      <span className="quiet">{t(`state_${ruling ?? 'open'}`)}</span>
    </p>
  ))
}
