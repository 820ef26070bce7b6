import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setInstructionAside, type OrdersData } from '../../../contract/orders.ts'
import { orderNumberWords } from '../../../domain/order/order-number.ts'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { call } from '../api.ts'
import { useFieldFailure } from '../field-failure.ts'
import { FormField } from '../form-field.tsx'
import { useFormDraft } from '../imports/form-drafts.ts'
import { ordersKey } from './order-queries.ts'

type SetAsideFormProps = { page: OrdersData; instructionId: string; onDone: () => void }

/** Why an instruction needs no order of its own: for the office to know alone, or dealt with under another. */
export function SetAsideForm({ page, instructionId, onDone }: SetAsideFormProps) {
  const { t } = useTranslation('orders')
  useFocusBack()
  const client = useQueryClient()
  const { programme, orders } = page
  const draft = useFormDraft(`orders.${programme.id}`, `aside ${instructionId}`, { reason: '', orderId: '' })
  const { values } = draft
  const open = orders.filter(({ standing }) => standing.state === 'open')
  const send = useMutation({
    mutationFn: () =>
      call(setInstructionAside, {
        params: { programmeId: programme.id, instructionId },
        body: { reason: values.reason, orderId: values.orderId || null },
      }),
    onSuccess: () => {
      draft.forget()
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ordersKey(programme.id) }),
  })
  const [tried, setTried] = useState(false)
  const failure = useFieldFailure(send.error, ['reason', 'orderId'])
  const isEmpty = values.reason.trim() === ''
  return (
    <form
      noValidate
      className="order-form act-form"
      aria-label={t('setAside')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isEmpty) send.mutate()
      }}
    >
      <FormField label={t('dealtWith')} failure={failure.of('orderId')}>
        {(described) => (
          <select
            {...described}
            value={values.orderId}
            onChange={({ target }) => draft.set({ ...values, orderId: target.value })}
          >
            <option value="">{t('forInformation')}</option>
            {open.map(({ id, number, subject }) => (
              <option key={id} value={id} lang="zh-CN">
                {t('mergedInto', {
                  order: [number && orderNumberWords(number), subject].filter(Boolean).join(' '),
                })}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        label={t('asideReason')}
        failure={tried && isEmpty ? t('missing_asideReason') : failure.of('reason')}
      >
        {(described) => (
          <textarea
            {...described}
            rows={2}
            maxLength={500}
            lang="zh-CN"
            value={values.reason}
            onChange={({ target }) => draft.set({ ...values, reason: target.value })}
          />
        )}
      </FormField>
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
