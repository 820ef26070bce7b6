import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LeaderPageData } from '../../../contract/desk.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { narrowScreen } from '../screens.ts'
import { AskedList } from './asked-list.tsx'
import type { LeaderSearch } from './leader-search.ts'
import { ShortList } from './short-list.tsx'

/** So many fit on one screen; the paper for the meeting has them all. */
const onPhone = { worse: 2, asked: 3, worst: 2 }
const onDesk = { worse: 4, asked: 5, worst: 6 }

type LeaderScreenProps = { page: LeaderPageData; search: LeaderSearch }

/** What got worse, what is asked, and of the rest what is furthest behind. */
export function LeaderScreen({ page, search }: LeaderScreenProps) {
  const { t } = useTranslation('leader')
  const words = useMonthWords()
  const shown = useMediaQuery(narrowScreen) ? onPhone : onDesk
  const { programme, promises, worse, publishedMonth, asked } = page
  const told = new Set(worse.slice(0, shown.worse).map(({ promise }) => promise.id))
  const others = promises.filter(({ promise, closedOn }) => closedOn === null && !told.has(promise.id))
  return (
    <>
      <section aria-labelledby="leader-worse">
        <h2 id="leader-worse">
          {publishedMonth === null
            ? t('worseNone')
            : t('worse', { month: words(publishedMonth), count: worse.length })}
        </h2>
        {worse.length === 0 ? (
          <p className="quiet">{t(publishedMonth === null ? 'worseUnpublished' : 'worseEmpty')}</p>
        ) : (
          <ShortList
            page={page}
            promises={worse.slice(0, shown.worse).map(({ promise, now }) => ({ promise, light: now }))}
          />
        )}
      </section>
      <section aria-labelledby="leader-asked">
        <h2 id="leader-asked">{t('asked')}</h2>
        <AskedList programmeId={programme.id} asked={asked} most={shown.asked} />
      </section>
      <section aria-labelledby="leader-worst">
        <h2 id="leader-worst">{t('worst')}</h2>
        <ShortList page={page} promises={others.slice(0, shown.worst)} />
        <p>
          <Link to="." search={{ ...search, paper: 'shown' }}>
            {t('all', { count: promises.length })}
          </Link>
        </p>
      </section>
    </>
  )
}
