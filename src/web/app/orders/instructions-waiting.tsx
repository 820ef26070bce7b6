import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrdersData } from '../../../contract/orders.ts'
import { useMayDo } from '../session.tsx'
import { FollowLink } from './follow-link.tsx'
import { InstructionWords } from './instruction-words.tsx'
import { SetAsideForm } from './set-aside-form.tsx'

/** What leaders wrote and no order follows yet; the office issues one, or says why none is needed. */
export function InstructionsWaiting({ page }: { page: OrdersData }) {
  const { t } = useTranslation('orders')
  const mayIssue = useMayDo()('order.issue')
  const [open, setOpen] = useState<string | null>(null)
  const { instructions, programme } = page
  if (instructions.length === 0) return null
  const title = t('instructionsWaiting', { count: instructions.length })
  return (
    <section className="instructions" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {instructions.map((instruction) => (
          <li key={instruction.id}>
            <InstructionWords instruction={instruction} />
            {mayIssue && (
              <>
                <p className="order-buttons">
                  <FollowLink programmeId={programme.id} instructionId={instruction.id} />
                  <button
                    type="button"
                    className="quiet-button"
                    aria-expanded={open === instruction.id}
                    onClick={() => setOpen(open === instruction.id ? null : instruction.id)}
                  >
                    {t('setAside')}
                  </button>
                </p>
                {open === instruction.id && (
                  <SetAsideForm page={page} instructionId={instruction.id} onDone={() => setOpen(null)} />
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
