import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { giveInstruction } from '../../../contract/orders.ts'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { Notice } from '../../ui/notice.tsx'
import { call } from '../api.ts'
import { useFieldFailure } from '../field-failure.ts'
import { FormField } from '../form-field.tsx'
import { useFormDraft } from '../imports/form-drafts.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { programmeQuery } from '../queries.ts'
import { useMayDo } from '../session.tsx'
import { promiseChoices } from './new-order.ts'
import { ordersKey } from './order-queries.ts'
import './orders.css'

/** A leader writes an instruction; the office follows it with an order. */
export function InstructPage() {
  const { t } = useTranslation('orders')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/instruct' })
  const { indicator = '' } = useSearch({ from: '/programmes/$programmeId/instruct' })
  const programme = useQuery(programmeQuery(programmeId))
  const mayInstruct = useMayDo()('order.instruct')
  usePageTitle(t('writeInstruction'))
  if (!programme.data)
    return <ProgrammeOutcome programmeId={programmeId} heading={t('writeInstruction')} query={programme} />
  return (
    <ProgrammeFrame programme={programme.data} className="instruct" heading={t('writeInstruction')}>
      {mayInstruct ? (
        <InstructForm key={indicator} programme={programme.data} indicatorId={indicator} />
      ) : (
        <Notice tone="empty" title={t('leaderOnlyTitle')}>
          {t('leaderOnlyBody')}
        </Notice>
      )}
    </ProgrammeFrame>
  )
}

type InstructFormProps = { programme: LivingProgramme; indicatorId: string }

function InstructForm({ programme, indicatorId }: InstructFormProps) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const navigate = useNavigate()
  const params = { programmeId: programme.id }
  const draft = useFormDraft(`orders.${programme.id}`, `instruct ${indicatorId}`, { text: '', indicatorId })
  const { values } = draft
  const give = useMutation({
    mutationFn: () =>
      call(giveInstruction, {
        params,
        body: { indicatorId: values.indicatorId || null, text: values.text },
      }),
    onSuccess: async () => {
      draft.forget()
      await client.invalidateQueries({ queryKey: ordersKey(programme.id) })
      await navigate({ to: '/programmes/$programmeId/orders', params })
    },
  })
  const [tried, setTried] = useState(false)
  const failure = useFieldFailure(give.error, ['text', 'indicatorId'])
  const isEmpty = values.text.trim() === ''
  return (
    <form
      noValidate
      className="order-form issue-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isEmpty) give.mutate()
      }}
    >
      <p className="quiet">{t('instructLead')}</p>
      <FormField label={t('about')} failure={failure.of('indicatorId')}>
        {(described) => (
          <select
            {...described}
            value={values.indicatorId}
            onChange={({ target }) => draft.set({ ...values, indicatorId: target.value })}
          >
            <option value="">{t('wholeProgramme')}</option>
            {promiseChoices(programme).map(({ id, name }) => (
              <option key={id} value={id} lang="zh-CN">
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        label={t('instruction')}
        failure={tried && isEmpty ? t('missing_instruction') : failure.of('text')}
      >
        {(described) => (
          <textarea
            {...described}
            rows={5}
            maxLength={2000}
            lang="zh-CN"
            value={values.text}
            onChange={({ target }) => draft.set({ ...values, text: target.value })}
          />
        )}
      </FormField>
      {failure.rest !== undefined && (
        <p role="alert" className="form-failure">
          {failure.rest}
        </p>
      )}
      <p className="order-buttons">
        <button type="submit" className="button button-primary" disabled={give.isPending}>
          {t('giveInstruction')}
        </button>
      </p>
    </form>
  )
}
