import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShareToSignRow } from '../../../contract/plans.ts'
import type { SignatureDecision } from '../../../domain/plan.ts'
import { Notice } from '../../ui/notice.tsx'
import { useFailureSentence } from '../failure-sentence.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { programmeQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { promisesOf } from './find-task.ts'
import { ownSharesQuery, useSignShares } from './plan-queries.ts'
import { ShareToSign } from './share-to-sign.tsx'
import './plans.css'

const keyOfShare = ({ indicatorId, unitId }: Pick<ShareToSignRow, 'indicatorId' | 'unitId'>): string =>
  `${indicatorId} ${unitId}`

/** What one’s unit has been given, to be signed for or objected to, one by one or all at once. */
export function SigningPage() {
  const { t } = useTranslation('plans')
  const { programmeId } = useParams({ from: '/programmes/$programmeId/signing' })
  const programme = useQuery(programmeQuery(programmeId))
  const shares = useQuery(ownSharesQuery(programmeId))
  const failure = useFailureSentence()
  const signing = useSignShares(programmeId)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [objecting, setObjecting] = useState(false)
  const [reason, setReason] = useState('')
  const [lacking, setLacking] = useState<'selection' | 'reason' | null>(null)
  usePageTitle(programme.data && t('signingTitle', { title: programme.data.title }))
  if (!programme.data || !shares.data)
    return (
      <div className="page">
        <QueryOutcome query={programme.isError ? programme : shares} level={1} />
      </div>
    )
  const open = shares.data.filter(({ signature }) => signature?.decision !== 'sign')
  const selected = open.filter((share) => chosen.includes(keyOfShare(share)))
  const send = (decision: SignatureDecision, of: readonly ShareToSignRow[]) => {
    const given = decision === 'object' ? reason.trim() || null : null
    const lack = of.length === 0 ? 'selection' : decision === 'object' && given === null ? 'reason' : null
    setLacking(lack)
    if (lack !== null) return
    signing.mutate(
      {
        decision,
        reason: given,
        shares: of.map(({ indicatorId, version, unitId }) => ({ indicatorId, version, unitId })),
      },
      {
        onSuccess: () => {
          setChosen([])
          setObjecting(false)
          setReason('')
        },
      },
    )
  }
  const order = new Map(promisesOf(programme.data).map((one, index) => [one.promise.id, { ...one, index }]))
  const sorted = shares.data.toSorted(
    (a, b) =>
      Number(a.signature?.decision === 'sign') - Number(b.signature?.decision === 'sign') ||
      (order.get(a.indicatorId)?.index ?? 0) - (order.get(b.indicatorId)?.index ?? 0),
  )
  return (
    <ProgrammeFrame programme={programme.data} className="signing-page" heading={t('signingHeading')}>
      {shares.data.length === 0 ? (
        <Notice tone="empty" title={t('noSharesTitle')}>
          {t('noSharesBody')}
        </Notice>
      ) : (
        <>
          <output className="plan-sum">
            {t('signingCounts', { open: open.length, all: shares.data.length })}
            {signing.isSuccess && ` ${t('signedNow', { count: signing.data.signed })}`}
          </output>
          {open.length > 0 && (
            <div className="signing-bar">
              <button
                type="button"
                className="button button-primary"
                disabled={signing.isPending}
                onClick={() => send('sign', open)}
              >
                {t('signAll', { count: open.length })}
              </button>
              <button
                type="button"
                className="button"
                disabled={signing.isPending}
                onClick={() => send('sign', selected)}
              >
                {t('signSelected', { count: selected.length })}
              </button>
              <button
                type="button"
                className="button"
                aria-expanded={objecting}
                onClick={() => setObjecting(!objecting)}
              >
                {t('objectToSelected', { count: selected.length })}
              </button>
            </div>
          )}
          {objecting && (
            <div className="plan-reason">
              <label>
                {t('objectionReason')}
                <textarea
                  rows={2}
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              </label>
              <button
                type="button"
                className="button"
                disabled={signing.isPending}
                onClick={() => send('object', selected)}
              >
                {t('sendObjection')}
              </button>
            </div>
          )}
          {(lacking !== null || signing.isError) && (
            <p className="plan-problems" role="alert">
              {lacking === null ? failure(signing.error) : t(`lacks_${lacking}`)}
            </p>
          )}
          <ul className="shares-to-sign">
            {sorted.map((share) => {
              const found = order.get(share.indicatorId)
              const key = keyOfShare(share)
              return (
                found && (
                  <ShareToSign
                    key={key}
                    share={share}
                    task={found.task}
                    promise={found.promise}
                    chosen={chosen.includes(key)}
                    onChoose={(is) => setChosen(is ? [...chosen, key] : chosen.filter((one) => one !== key))}
                  />
                )
              )
            })}
          </ul>
        </>
      )}
    </ProgrammeFrame>
  )
}
