import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../session.tsx'
import { noticeCountQuery } from './inbox-queries.ts'
import { useLiveNotices } from './use-live-notices.ts'

function useOpenCount(): number {
  const may = useMayDo()('notice.read')
  const count = useQuery({ ...noticeCountQuery, enabled: may })
  return may ? (count.data?.open ?? 0) : 0
}

/** The number beside the way to the inbox. */
export function InboxCount() {
  const open = useOpenCount()
  if (open === 0) return null
  // The space parts word and number where they are read aloud.
  return (
    <>
      {' '}
      <span className="nav-count">{open}</span>
    </>
  )
}

/** Keeps the number alive, and says it aloud when it changes. */
export function InboxAnnouncement() {
  const { t } = useTranslation('inbox')
  useLiveNotices(useMayDo()('notice.read'))
  const open = useOpenCount()
  return (
    <output className="visually-hidden" aria-live="polite">
      {open > 0 ? t('count', { count: open }) : ''}
    </output>
  )
}
