import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { issueOrder } from '../../../contract/orders.ts'
import { isHigherStep, isNumbered, ladderSteps, stepWords } from '../../../domain/order/ladder.ts'
import { feedbackKinds } from '../../../domain/order/order.ts'
import { call } from '../api.ts'
import { useFieldFailure, type FieldFailure } from '../field-failure.ts'
import { FormField } from '../form-field.tsx'
import { useFormDraft } from '../imports/form-drafts.ts'
import { useLanguage } from '../language.ts'
import {
  causeOf,
  dayOf,
  firstOrder,
  missingIn,
  originOf,
  promiseChoices,
  unitChoices,
  type NewOrderGrounds,
  type TypedOrder,
} from './new-order.ts'
import { ordersKey } from './order-queries.ts'
import { StepMark } from './step-mark.tsx'
import { UnitFields } from './unit-fields.tsx'

const fieldNames = ['subject', 'content', 'leadUnitId', 'dueOn', 'reason', 'indicatorId']

/** The fields of the form; what was typed stays until it is issued. */
export function NewOrderForm({ grounds }: { grounds: NewOrderGrounds }) {
  const { t } = useTranslation('orders')
  const { programme, search } = grounds
  const navigate = useNavigate()
  const client = useQueryClient()
  const draftName = `new ${search.instruction ?? search.suspicion ?? search.indicator ?? ''} ${search.month ?? ''}`
  const draft = useFormDraft<TypedOrder>(`orders.${programme.id}`, draftName, firstOrder(grounds))
  const typed = draft.values
  const issue = useMutation({
    mutationFn: () =>
      call(issueOrder, { params: { programmeId: programme.id }, body: bodyOf(typed, grounds) }),
    onSuccess: async ({ id }) => {
      draft.forget()
      await navigate({
        to: '/programmes/$programmeId/orders/$orderId',
        params: { programmeId: programme.id, orderId: id },
      })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ordersKey(programme.id) }),
  })
  const [tried, setTried] = useState(false)
  const refused = useFieldFailure(issue.error, fieldNames)
  const missing = missingIn(typed)
  const failure = {
    of: (field: string) => {
      const lacking = tried && missing.find((each) => each === field)
      return lacking ? t(`missing_${lacking}`) : refused.of(field)
    },
    rest: refused.rest,
  }
  const change = (changed: Partial<TypedOrder>) => draft.set({ ...typed, ...changed })
  return (
    <form
      noValidate
      className="order-form issue-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (missing.length === 0) issue.mutate()
      }}
    >
      <p className="quiet">{t(`lead_${originOf(search)}`)}</p>
      <Words typed={typed} change={change} failure={failure} />
      <FormField label={t('promise')} hint={t('promiseHint')} failure={failure.of('indicatorId')}>
        {(described) => (
          <select
            {...described}
            value={typed.indicatorId}
            disabled={originOf(search) === 'light'}
            onChange={({ target }) => change({ indicatorId: target.value })}
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
      <UnderSupervision grounds={grounds} indicatorId={typed.indicatorId} />
      <UnitFields
        choices={unitChoices(programme)}
        leadUnitId={typed.leadUnitId}
        cooperatingUnitIds={typed.cooperatingUnitIds}
        failure={failure.of('leadUnitId')}
        onChange={change}
      />
      <StepFields typed={typed} change={change} failure={failure} grounds={grounds} />
      <Others typed={typed} change={change} failure={failure} />
      {failure.rest !== undefined && (
        <p role="alert" className="form-failure">
          {failure.rest}
        </p>
      )}
      <p className="order-buttons">
        <button type="submit" className="button button-primary" disabled={issue.isPending}>
          {isNumbered(typed.step) ? t('issueNumbered') : t('issue')}
        </button>
        {draft.touched && (
          <button type="button" className="quiet-button" onClick={draft.forget}>
            {t('startAgain')}
          </button>
        )}
      </p>
    </form>
  )
}

/** What is open about the same promise already: perhaps none is needed. */
function UnderSupervision({
  grounds: { desk },
  indicatorId,
}: {
  grounds: NewOrderGrounds
  indicatorId: string
}) {
  const { t } = useTranslation('orders')
  const open = desk.orders.filter(
    ({ promise, standing }) => standing.state === 'open' && promise?.id === indicatorId,
  )
  if (open.length === 0) return null
  return (
    <div className="order-known">
      <p>{t('underSupervision', { count: open.length })}</p>
      <ul>
        {open.map((order) => (
          <li key={order.id}>
            <Link
              to="/programmes/$programmeId/orders/$orderId"
              params={{ programmeId: desk.programme.id, orderId: order.id }}
              lang="zh-CN"
            >
              {order.subject}
            </Link>{' '}
            <StepMark step={order.standing.step} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type PartProps = { typed: TypedOrder; change: (changed: Partial<TypedOrder>) => void }
type FailingPartProps = PartProps & { failure: Pick<FieldFailure, 'of'> }

function Words({ typed, change, failure }: FailingPartProps) {
  const { t } = useTranslation('orders')
  return (
    <>
      <FormField label={t('subject')} failure={failure.of('subject')}>
        {(described) => (
          <input
            {...described}
            maxLength={200}
            lang="zh-CN"
            value={typed.subject}
            onChange={({ target }) => change({ subject: target.value })}
          />
        )}
      </FormField>
      <FormField label={t('content')} failure={failure.of('content')}>
        {(described) => (
          <textarea
            {...described}
            rows={5}
            maxLength={5000}
            lang="zh-CN"
            value={typed.content}
            onChange={({ target }) => change({ content: target.value })}
          />
        )}
      </FormField>
    </>
  )
}

/** With which step it starts, by when it is due, and why where it starts higher than the rules say. */
function StepFields({ typed, change, failure, grounds }: FailingPartProps & { grounds: NewOrderGrounds }) {
  const { t } = useTranslation('orders')
  const { language } = useLanguage()
  const usual = grounds.desk.rules.rules.starts[causeOf(grounds)]
  const isHigher = isHigherStep(typed.step, usual)
  return (
    <>
      <div className="form-dates">
        <FormField
          label={t('startStep')}
          hint={t('usualStart', { step: stepWords[usual][language] })}
          failure={undefined}
        >
          {(described) => (
            <select
              {...described}
              value={typed.step}
              onChange={({ target }) => {
                const step = ladderSteps.find((each) => each === target.value) ?? typed.step
                change({ step, dueOn: dayOf(step, grounds.desk) })
              }}
            >
              {ladderSteps.map((step) => (
                <option key={step} value={step}>
                  {stepWords[step][language]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label={t('dueOn')} failure={failure.of('dueOn')}>
          {(described) => (
            <input
              {...described}
              type="date"
              min={grounds.desk.today}
              value={typed.dueOn}
              onChange={({ target }) => change({ dueOn: target.value })}
            />
          )}
        </FormField>
      </div>
      {isHigher && (
        <FormField label={t('urgentReason')} failure={failure.of('reason')}>
          {(described) => (
            <textarea
              {...described}
              rows={2}
              maxLength={500}
              value={typed.reason}
              onChange={({ target }) => change({ reason: target.value })}
            />
          )}
        </FormField>
      )}
    </>
  )
}

function Others({ typed, change, failure }: FailingPartProps) {
  const { t } = useTranslation('orders')
  return (
    <>
      <div className="form-dates">
        <FormField label={t('feedback')} failure={undefined}>
          {(described) => (
            <select
              {...described}
              value={typed.feedback}
              onChange={({ target }) =>
                change({ feedback: feedbackKinds.find((kind) => kind === target.value) ?? 'once' })
              }
            >
              {feedbackKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`feedback_${kind}`)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {typed.feedback === 'days' && (
          <FormField label={t('feedbackDays')} failure={failure.of('feedbackDays')}>
            {(described) => (
              <input
                {...described}
                type="number"
                min={1}
                max={60}
                value={typed.feedbackDays}
                onChange={({ target }) => change({ feedbackDays: target.value })}
              />
            )}
          </FormField>
        )}
      </div>
      <div className="form-dates">
        {(['instructedBy', 'leadLeader', 'cooperatingLeaders', 'contact', 'phone'] as const).map((name) => (
          <FormField key={name} label={t(name)} failure={undefined}>
            {(described) => (
              <input
                {...described}
                maxLength={name === 'contact' || name === 'phone' ? 50 : 100}
                value={typed[name]}
                onChange={({ target }) => change({ [name]: target.value })}
              />
            )}
          </FormField>
        ))}
      </div>
    </>
  )
}

function bodyOf(
  { feedback, feedbackDays, indicatorId, cooperatingUnitIds, ...typed }: TypedOrder,
  { search }: NewOrderGrounds,
) {
  return {
    ...typed,
    cooperatingUnitIds: [...cooperatingUnitIds],
    indicatorId: indicatorId || null,
    month: originOf(search) === 'light' ? (search.month ?? null) : null,
    suspicionId: search.suspicion ?? null,
    instructionId: search.instruction ?? null,
    feedback: { kind: feedback, days: feedback === 'days' ? Number(feedbackDays) : null },
  }
}
