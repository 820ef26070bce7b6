import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderData } from '../../../contract/orders.ts'
import { orderNumberWords } from '../../../domain/order/order-number.ts'
import { useDates } from '../dates.ts'
import { FileList } from './order-files.tsx'

type OrderPaperProps = { order: OrderData['order']; programmeId: string }

/** The form with the fields of practice (永嘉县督办单), as it was issued. */
export function OrderPaper({ order, programmeId }: OrderPaperProps) {
  const { t } = useTranslation('orders')
  const { day } = useDates()
  const [first] = order.facts
  const unitsOf = (duty: string) => order.units.filter((unit) => unit.duty === duty).map(({ name }) => name)
  const attached = order.facts.filter(({ kind }) => kind === 'attach').flatMap(({ files }) => files)
  return (
    <section className="order-paper" aria-label={t('paper')}>
      <h2>{t('paper')}</h2>
      <dl>
        <Field name={t('subject')} wide>
          {order.subject}
        </Field>
        <Field name={t('number')}>{order.number && orderNumberWords(order.number)}</Field>
        <Field name={t('issuedOn')}>{day(order.issuedAt)}</Field>
        <Field name={t('content')} wide>
          {order.content}
        </Field>
        <Field name={t('ground')} wide>
          <Ground order={order} programmeId={programmeId} />
        </Field>
        <Field name={t('instructedBy')}>{order.instructedBy}</Field>
        <Field name={t('dueOn')}>{first?.dueOn && day(first.dueOn)}</Field>
        <Field name={t('leadLeader')}>{order.leadLeader}</Field>
        <Field name={t('cooperatingLeaders')}>{order.cooperatingLeaders}</Field>
        <Field name={t('leadUnit')}>{unitsOf('lead').join(t('listComma'))}</Field>
        <Field name={t('cooperatingUnits')}>{unitsOf('cooperating').join(t('listComma'))}</Field>
        <Field name={t('feedback')}>
          {order.feedback.kind === 'days'
            ? t('everyDays', { count: order.feedback.days ?? 1 })
            : t(`feedback_${order.feedback.kind}`)}
        </Field>
        <Field name={t('attachments')}>{attached.length > 0 && <FileList files={attached} />}</Field>
        <Field name={t('contact')}>{order.contact}</Field>
        <Field name={t('phone')}>{order.phone}</Field>
      </dl>
    </section>
  )
}

type FieldProps = { name: string; wide?: boolean; children: ReactNode }

function Field({ name, wide = false, children }: FieldProps) {
  const isEmpty = children === null || children === undefined || children === false || children === ''
  return (
    <div className={wide ? 'order-field order-field-wide' : 'order-field'}>
      <dt>{name}</dt>
      <dd lang="zh-CN">{isEmpty ? <span className="quiet">—</span> : children}</dd>
    </div>
  )
}

/** What it rests on, and the way there. */
function Ground({ order, programmeId }: OrderPaperProps) {
  const { t } = useTranslation('orders')
  const { promise, instruction, ground, origin } = order
  return (
    <>
      <span className="quiet">{t(`origin_${origin}`)}</span> {instruction && <q>{instruction.text}</q>}{' '}
      {ground}
      {promise && (
        <Link
          to="/programmes/$programmeId/indicators/$indicatorId"
          params={{ programmeId, indicatorId: promise.id }}
          className="order-promise"
        >
          {promise.task} {promise.sentence}
        </Link>
      )}
    </>
  )
}
