import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Inbox } from '../../../contract/notices.ts'
import { linesOf } from '../../../domain/notice-line.ts'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { InboxLine } from './inbox-line.tsx'
import { groupsOf } from './inbox-groups.ts'
import { inboxQuery } from './inbox-queries.ts'
import './inbox.css'

/** What the posts somebody acts with have to do, by what it is; each line leads to the place where it is done. */
export function InboxPage() {
  const { t } = useTranslation('inbox')
  const { show = 'open', post } = useSearch({ from: '/inbox' })
  const inbox = useQuery(inboxQuery(show))
  usePageTitle(t('title'))
  return (
    <div className="page inbox">
      <h1>{t('title')}</h1>
      <p className="quiet">{t('lead')}</p>
      {inbox.data ? (
        <>
          <InboxFilters posts={inbox.data.posts} show={show} post={post} />
          <InboxLines inbox={inbox.data} show={show} post={post} />
        </>
      ) : (
        <QueryOutcome query={inbox} />
      )}
    </div>
  )
}

type FilterProps = { show: 'open' | 'all'; post: string | undefined }

function InboxFilters({ posts, show, post }: FilterProps & { posts: Inbox['posts'] }) {
  const { t } = useTranslation('inbox')
  const navigate = useNavigate({ from: '/inbox' })
  return (
    <div className="inbox-filters">
      <fieldset className="inbox-show">
        <legend className="visually-hidden">{t('filter')}</legend>
        {(['open', 'all'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="inbox-show"
              checked={show === each}
              onChange={() =>
                void navigate({
                  search: (before) => ({ ...before, show: each === 'open' ? undefined : each }),
                })
              }
            />
            {t(each === 'open' ? 'showOpen' : 'showAll')}
          </label>
        ))}
      </fieldset>
      {posts.length > 1 && (
        <label className="inbox-post">
          {t('ofPost')}
          <select
            value={post ?? ''}
            onChange={(event) =>
              void navigate({
                search: (before) => ({ ...before, post: event.target.value || undefined }),
              })
            }
          >
            <option value="">{t('allPosts')}</option>
            {posts.map((each) => (
              <option key={each.id} value={each.id}>
                {t(each.standsIn ? 'forStandIn' : 'forPost', each)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

function InboxLines({ inbox, show, post }: FilterProps & { inbox: Inbox }) {
  const { t } = useTranslation('inbox')
  const navigate = useNavigate({ from: '/inbox' })
  const shown = inbox.notices.filter((notice) => post === undefined || notice.postId === post)
  const titleOf = new Map(shown.map((notice) => [notice.programmeId, notice.programme]))
  if (shown.length === 0)
    return (
      <Notice
        tone="empty"
        title={t('emptyTitle')}
        action={
          show === 'open' && (
            <button
              type="button"
              className="button"
              onClick={() => void navigate({ search: (before) => ({ ...before, show: 'all' as const }) })}
            >
              {t('emptyShowAll')}
            </button>
          )
        }
      >
        {t('emptyBody')}
      </Notice>
    )
  return (
    <>
      {groupsOf(linesOf(shown)).map(({ group, lines }) => (
        <section key={group} aria-labelledby={`inbox-${group}`}>
          <h2 id={`inbox-${group}`}>
            {t(`group_${group}`)} <span className="quiet">{lines.length}</span>
          </h2>
          <ul className="inbox-lines">
            {lines.map((line) => (
              <InboxLine
                key={line.key}
                line={line}
                posts={inbox.posts}
                programme={titleOf.get(line.programmeId) ?? null}
              />
            ))}
          </ul>
        </section>
      ))}
      {inbox.notices.length === inbox.limit && (
        <p className="quiet">{t('limited', { count: inbox.limit })}</p>
      )}
    </>
  )
}
