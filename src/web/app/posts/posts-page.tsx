import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { NewPostDialog } from './new-post-dialog.tsx'
import { postsQuery, type Post, type Posts } from './posts-query.ts'
import './posts.css'

/** Every post, who holds it now and next; for the system administrator. */
export function PostsPage() {
  const { t } = useTranslation('posts')
  const posts = useQuery(postsQuery)
  const [adding, setAdding] = useState(false)
  usePageTitle(t('title'))
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="quiet">{t('lead')}</p>
      {posts.data ? (
        <>
          <FoundPosts posts={posts.data} onNew={() => setAdding(true)} />
          {adding && <NewPostDialog today={posts.data.today} onClose={() => setAdding(false)} />}
        </>
      ) : (
        <QueryOutcome query={posts} />
      )}
    </div>
  )
}

function FoundPosts({ posts, onNew }: { posts: Posts; onNew: () => void }) {
  const { t } = useTranslation('posts')
  const { t: value } = useTranslation('values')
  const { q = '' } = useSearch({ from: '/posts' })
  const navigate = useNavigate({ from: '/posts' })
  const [handed, setHanded] = useState<Post | null>(null)
  const found = posts.posts.filter((post) =>
    [post.unit, post.title, ...post.holdings.map(({ person }) => person)].some((text) =>
      text.includes(q.trim()),
    ),
  )
  return (
    <>
      <div className="posts-bar">
        <input
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          value={q}
          onChange={(event) =>
            void navigate({ search: { q: event.target.value || undefined }, replace: true })
          }
        />
        <button type="button" className="button" onClick={onNew}>
          {t('newPost')}
        </button>
      </div>
      {found.length === 0 ? (
        <p className="quiet">{t('noneFound')}</p>
      ) : (
        <RecordTable
          caption={t('title')}
          rows={found}
          keyOf={(post) => post.id}
          columns={[
            { heading: t('unit'), cell: (post) => <strong lang="zh-CN">{post.unit}</strong> },
            { heading: t('post'), cell: (post) => <span lang="zh-CN">{post.title}</span> },
            { heading: t('role'), cell: (post) => value(`role_${post.role}`) },
            { heading: t('holder'), cell: (post) => <Holders post={post} today={posts.today} /> },
            {
              heading: t('action'),
              cell: (post) => (
                <button
                  type="button"
                  className="link-button"
                  aria-label={t('handOverOf', post)}
                  onClick={() => setHanded(post)}
                >
                  {t('handOver')}
                </button>
              ),
            },
          ]}
        />
      )}
      {handed && <HandOverDialog post={handed} today={posts.today} onClose={() => setHanded(null)} />}
    </>
  )
}

function Holders({ post, today }: { post: Post; today: string }) {
  const { t } = useTranslation('posts')
  const { day } = useDates()
  const present = post.holdings.find(({ from }) => from <= today)
  return (
    <>
      <div>
        {present ? (
          <>
            <span lang="zh-CN">{present.person}</span>{' '}
            <span className="quiet">
              {t('since', { date: day(present.from) })}{' '}
              {present.until !== null && t('until', { date: day(present.until) })}
            </span>
          </>
        ) : (
          t('vacant')
        )}
      </div>
      {post.holdings
        .filter(({ from }) => from > today)
        .map(({ person, from }) => (
          <div key={from} className="quiet">
            {t('next', { person, date: day(from) })}
          </div>
        ))}
      {post.delegations
        .filter(({ from }) => from <= today)
        .map(({ id, person, until }) => (
          <div key={id} className="quiet">
            {t('standIn', { person, date: day(until) })}
          </div>
        ))}
    </>
  )
}
