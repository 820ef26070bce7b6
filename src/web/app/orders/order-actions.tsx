import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderData } from '../../../contract/orders.ts'
import { nextStep, stepWords } from '../../../domain/order/ladder.ts'
import { useLanguage } from '../language.ts'
import { useHoldsPost } from '../reporting/holds-post.ts'
import { useMayDo } from '../session.tsx'
import { ActForm } from './act-form.tsx'
import { openActs, type ActKind } from './act-fields.ts'

/** What one may do with it now: a button for each, and the form of the one that was chosen. */
export function OrderActions({ page }: { page: OrderData }) {
  const { t } = useTranslation('orders')
  const { language } = useLanguage()
  const holdsPost = useHoldsPost()
  const mayDecide = useMayDo()('order.issue')
  const [chosen, choose] = useState<ActKind | null>(null)
  const { order } = page
  const acts = openActs(order, {
    reply: order.units.some(({ id }) => holdsPost('order.reply', id)),
    decide: mayDecide,
  })
  const { waiting, step } = order.standing
  if (acts.length === 0) return null
  const open = acts.find((kind) => kind === chosen)
  const next = nextStep(step)
  return (
    <section className="order-actions" aria-label={t('actions')}>
      <h2>{t('actions')}</h2>
      {waiting && <p className="quiet">{t(`waits_${waiting.kind}`)}</p>}
      <p className="order-buttons">
        {acts.map((kind, index) => (
          <button
            key={kind}
            type="button"
            className={index === 0 ? 'button button-primary' : 'button'}
            aria-expanded={kind === open}
            onClick={() => choose(kind === open ? null : kind)}
          >
            {kind === 'step' && next ? t('climbTo', { step: stepWords[next][language] }) : t(`act_${kind}`)}
          </button>
        ))}
      </p>
      {open && <ActForm key={open} page={page} kind={open} onDone={() => choose(null)} />}
    </section>
  )
}
