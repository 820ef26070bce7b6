import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeaderPageData } from '../../../contract/desk.ts'
import { useMayDo } from '../session.tsx'
import type { LeaderSearch } from './leader-search.ts'

type LeaderActionsProps = { page: LeaderPageData; search: LeaderSearch }

/** The paper for the meeting, a link to send, and for the office and those who stand in the other leaders. */
export function LeaderActions({ page, search }: LeaderActionsProps) {
  const { t } = useTranslation('leader')
  const navigate = useNavigate()
  const mayDo = useMayDo()
  const isPaper = search.paper === 'shown'
  return (
    <div className="leader-actions">
      <Link to="." search={{ ...search, paper: isPaper ? undefined : 'shown' }}>
        {t(isPaper ? 'toScreen' : 'toPaper')}
      </Link>
      {isPaper && (
        <button type="button" className="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      )}
      {mayDo('order.instruct') && (
        <Link to="/programmes/$programmeId/instruct" params={{ programmeId: page.programme.id }}>
          {t('instruct')}
        </Link>
      )}
      <ShareLink postId={page.post.id} />
      {page.posts.length > 1 && (
        <label>
          <span className="visually-hidden">{t('whose')}</span>
          <select
            value={page.post.id}
            onChange={({ target }) => void navigate({ to: '.', search: { ...search, post: target.value } })}
          >
            {page.posts.map(({ id, name }) => (
              <option key={id} value={id} lang="zh-CN">
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

/** Names the post, so that whoever opens it sees this leader's page; where nothing can be copied, the link to copy. */
function ShareLink({ postId }: { postId: string }) {
  const { t } = useTranslation('leader')
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle')
  const address = `${location.origin}${location.pathname}?post=${postId}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setState('copied')
    } catch {
      setState('shown')
    }
  }
  return (
    <>
      <button type="button" className="quiet-button" onClick={() => void copy()}>
        {t('share')}
      </button>
      <output>
        {state === 'copied' && t('copied')}
        {state === 'shown' && <code>{address}</code>}
      </output>
    </>
  )
}
