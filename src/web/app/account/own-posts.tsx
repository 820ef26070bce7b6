import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endDelegation, type AccountPage } from '../../../contract/account.ts'
import { mayDo } from '../../../domain/access.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { accountQuery } from './account-query.ts'
import { DelegateDialog } from './delegate-dialog.tsx'

type OwnPost = AccountPage['posts'][number]

/** The posts one acts with today; one's own can be given to a stand-in. */
export function OwnPosts({ page }: { page: AccountPage }) {
  const { t } = useTranslation('account')
  const [delegating, setDelegating] = useState<OwnPost | null>(null)
  const mayDelegate = (post: OwnPost) => !post.standsIn && mayDo([post.role], 'post.delegate')
  return (
    <section>
      <h2>{t('myPosts')}</h2>
      {page.posts.length === 0 ? (
        <p className="quiet">{t('noPosts')}</p>
      ) : (
        <RecordTable
          caption={t('myPosts')}
          rows={page.posts}
          keyOf={(post) => `${post.id}${post.standsIn}`}
          columns={[
            {
              heading: t('post'),
              cell: (post) => (
                <strong lang="zh-CN">
                  {post.unit} {post.title}
                </strong>
              ),
            },
            { heading: t('since'), cell: (post) => <Held post={post} today={page.today} /> },
            { heading: t('standIns'), cell: (post) => <StandIns post={post} own={mayDelegate(post)} /> },
            {
              heading: t('action'),
              cell: (post) =>
                mayDelegate(post) && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={t('delegateOf', post)}
                    onClick={() => setDelegating(post)}
                  >
                    {t('delegate')}
                  </button>
                ),
            },
          ]}
        />
      )}
      {delegating && (
        <DelegateDialog post={delegating} today={page.today} onClose={() => setDelegating(null)} />
      )}
    </section>
  )
}

function Held({ post, today }: { post: OwnPost; today: string }) {
  const { t } = useTranslation('account')
  const { day } = useDates()
  const holding = post.holdings.find(({ from }) => from <= today)
  if (!holding) return null
  if (post.standsIn) return <span lang="zh-CN">{t('standInFor', { person: holding.person })}</span>
  return holding.until === null
    ? t('from', { date: day(holding.from) })
    : t('span', { from: day(holding.from), until: day(holding.until) })
}

function StandIns({ post, own }: { post: OwnPost; own: boolean }) {
  const { t } = useTranslation('account')
  const { day } = useDates()
  const client = useQueryClient()
  const sentenceOf = useFailureSentence()
  const end = useMutation({
    networkMode: 'always',
    mutationFn: (delegationId: string) => call(endDelegation, { params: { delegationId } }),
    onSettled: () => client.invalidateQueries({ queryKey: accountQuery.queryKey }),
  })
  if (post.delegations.length === 0) return <span className="quiet">{t('noStandIn')}</span>
  return (
    <>
      {post.delegations.map(({ id, person, from, until, reason }) => (
        <div key={id}>
          <span lang="zh-CN">{person}</span> {t('span', { from: day(from), until: day(until) })}{' '}
          <span className="quiet" lang="zh-CN">
            {reason}
          </span>{' '}
          {own && (
            <button
              type="button"
              className="link-button"
              aria-label={t('endDelegationOf', { person })}
              disabled={end.isPending}
              onClick={() => end.mutate(id)}
            >
              {t('endDelegation')}
            </button>
          )}
        </div>
      ))}
      {end.isError && (
        <p role="alert" className="form-failure">
          {sentenceOf(end.error)}
        </p>
      )}
    </>
  )
}
