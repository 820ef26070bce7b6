import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { markNotices, type Inbox } from '../../../contract/notices.ts'
import { noticePlace } from '../../../domain/notice-place.ts'
import { noticeSentence } from '../../../domain/notice-sentence.ts'
import type { NoticeLine } from '../../../domain/notice-line.ts'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useLanguage } from '../language.ts'
import { noticesKey } from './inbox-queries.ts'

type InboxLineProps = { line: NoticeLine; posts: Inbox['posts']; programme: string | null }

/** What is to be done, the way there, and for which post. */
export function InboxLine({ line, posts, programme }: InboxLineProps) {
  const { t } = useTranslation('inbox')
  const { language } = useLanguage()
  const { moment } = useDates()
  const router = useRouter()
  const client = useQueryClient()
  const sentenceOf = useFailureSentence()
  const mark = useMutation({
    networkMode: 'always',
    mutationFn: () => call(markNotices, { body: { noticeIds: [...line.noticeIds], done: !line.done } }),
    onSettled: () => client.invalidateQueries({ queryKey: noticesKey }),
  })
  const href = noticePlace(line)
  const sentence = noticeSentence(line, language)

  function follow(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    router.history.push(href)
  }
  return (
    <li className={line.done ? 'inbox-line inbox-done' : 'inbox-line'}>
      <a href={href} className="inbox-sentence" onClick={follow}>
        {sentence}
      </a>
      <p className="inbox-ground quiet">
        {line.done && <span>{t('doneMark')}</span>}
        <PostNames ids={line.postIds} posts={posts} />
        {programme !== null && <span lang="zh-CN">{programme}</span>}
        <time dateTime={line.givenAt}>{moment(line.givenAt)}</time>
      </p>
      <button
        type="button"
        className="quiet-button inbox-mark"
        aria-label={`${t(line.done ? 'markUndone' : 'markDone')} ${sentence}`}
        disabled={mark.isPending}
        onClick={() => mark.mutate()}
      >
        {t(line.done ? 'markUndone' : 'markDone')}
      </button>
      {mark.isError && (
        <p role="alert" className="inbox-failure">
          {sentenceOf(mark.error)}
        </p>
      )}
    </li>
  )
}

function PostNames({ ids, posts }: { ids: NoticeLine['postIds']; posts: Inbox['posts'] }) {
  const { t } = useTranslation('inbox')
  const told = posts.filter((post) => ids.includes(post.id))
  const [first] = told
  if (!first) return null
  if (told.length > 1) return <span>{t('forPosts', { count: told.length })}</span>
  return <span lang="zh-CN">{t(first.standsIn ? 'forStandIn' : 'forPost', first)}</span>
}
