import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { decideOrder, sendToOrder, type OrderData } from '../../../contract/orders.ts'
import { nextStep } from '../../../domain/order/ladder.ts'
import { dayAfterAnswer, lapseDay, type Now } from '../../../domain/order/order-act.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { call } from '../api.ts'
import { useFieldFailure } from '../field-failure.ts'
import { FormField } from '../form-field.tsx'
import { useFormDraft } from '../imports/form-drafts.ts'
import { actFields, isUnitAct, type ActKind } from './act-fields.ts'
import { FilePicker, type SentFile } from './order-files.tsx'
import { calendarOf } from './order-calendar.ts'
import { ordersKey } from './order-queries.ts'

type ActFormProps = { page: OrderData; kind: ActKind; onDone: () => void }
type Typed = {
  readonly text: string
  readonly reason: string
  readonly dueOn: string
  readonly files: readonly SentFile[]
}

/** What an act asks for; what was typed stays until it is sent, also when somebody else was first. */
export function ActForm({ page, kind, onDone }: ActFormProps) {
  const { t } = useTranslation('orders')
  useFocusBack()
  const { order, programme } = page
  const fields = actFields[kind]
  const first = { text: '', reason: '', dueOn: firstDay(page, kind), files: [] }
  const draft = useFormDraft<Typed>(`order.${order.id}`, kind, first)
  const { values } = draft
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: () => {
      const params = { programmeId: programme.id, orderId: order.id }
      const { files, dueOn, text, reason } = values
      const evidenceIds = files.map(({ id }) => id)
      const body = { seen: order.standing.seen, text, reason, dueOn: dueOn || null, evidenceIds }
      return isUnitAct(kind)
        ? call(sendToOrder, { params, body: { ...body, kind } })
        : call(decideOrder, { params, body: { ...body, kind } })
    },
    onSuccess: () => {
      draft.forget()
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ordersKey(programme.id) }),
  })
  const failure = useFieldFailure(send.error, ['text', 'reason', 'dueOn'])
  const change = (changed: Partial<Typed>) => draft.set({ ...values, ...changed })
  return (
    <form
      noValidate
      className="order-form act-form"
      aria-label={t(`act_${kind}`)}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <p className="quiet">{t(`hint_${kind}`)}</p>
      {fields.text && (
        <FormField
          label={t(kind === 'extension' ? 'progressSoFar' : 'whatWasDone')}
          failure={failure.of('text')}
        >
          {(described) => (
            <textarea
              {...described}
              rows={4}
              maxLength={5000}
              value={values.text}
              onChange={({ target }) => change({ text: target.value })}
            />
          )}
        </FormField>
      )}
      {fields.dueOn && (
        <FormField label={t(kind === 'extension' ? 'newDay' : 'dayUntil')} failure={failure.of('dueOn')}>
          {(described) => (
            <input
              {...described}
              type="date"
              min={page.today}
              value={values.dueOn}
              onChange={({ target }) => change({ dueOn: target.value })}
            />
          )}
        </FormField>
      )}
      {fields.reason && (
        <FormField label={t(fields.reason === 'needed' ? 'reason' : 'remark')} failure={failure.of('reason')}>
          {(described) => (
            <textarea
              {...described}
              rows={2}
              maxLength={1000}
              value={values.reason}
              onChange={({ target }) => change({ reason: target.value })}
            />
          )}
        </FormField>
      )}
      {fields.files && (
        <FilePicker
          programmeId={programme.id}
          orderId={order.id}
          files={values.files}
          onChange={(files) => change({ files })}
        />
      )}
      {failure.rest !== undefined && (
        <p role="alert" className="form-failure">
          {failure.rest}
        </p>
      )}
      <p className="order-buttons">
        <button type="submit" className="button button-primary" disabled={send.isPending}>
          {t('send')}
        </button>
        <button type="button" className="quiet-button" onClick={onDone}>
          {t('later')}
        </button>
      </p>
    </form>
  )
}

/** The day that is likely meant: what was asked for, or what the rules give. */
function firstDay({ order: { standing }, today, days, rules: { rules } }: OrderData, kind: ActKind): string {
  const now: Now = { today, calendar: calendarOf(days), rules }
  const next = nextStep(standing.step)
  if (kind === 'extend') return standing.waiting?.askedFor ?? ''
  if (kind === 'return' || kind === 'refuse') return dayAfterAnswer(standing.dueOn, now)
  return kind === 'step' && next ? lapseDay(next, now) : ''
}
