import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { LevelCounts } from '../desk/lagging-list.tsx'
import { useLanguage } from '../language.ts'
import { LightMark } from '../lights/light-mark.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { QueryOutcome } from '../query-outcome.tsx'
import { useMonthWords } from '../reporting/month-words.ts'
import { narrowScreen } from '../screens.ts'
import { useSession } from '../session.tsx'
import { AskedList } from './asked-list.tsx'
import { LeaderActions } from './leader-actions.tsx'
import { LeaderPaper } from './leader-paper.tsx'
import { leaderQuery } from './leader-queries.ts'
import { ShortList } from './short-list.tsx'
import '../desk/desk.css'
import './leader.css'

/** So many fit on one screen; the paper for the meeting has them all. */
const onPhone = { worse: 2, asked: 3, worst: 2 }
const onDesk = { worse: 4, asked: 5, worst: 6 }

/** A leader's one screen: my promises by light, what got worse, what is asked of me. */
export function LeaderPage() {
  const { t } = useTranslation('leader')
  const { language } = useLanguage()
  const words = useMonthWords()
  const session = useSession()
  const router = useRouter()
  // As it was opened: on the way to signing in the address is another already.
  const [here] = useState(router.state.location.href)
  const { programmeId } = useParams({ from: '/programmes/$programmeId/leader' })
  const search = useSearch({ from: '/programmes/$programmeId/leader' })
  const shown = useMediaQuery(narrowScreen) ? onPhone : onDesk
  const query = useQuery(leaderQuery(programmeId, search.post))
  const page = query.data
  usePageTitle(page && t('pageTitle', { name: page.post.name }))
  // A link that was sent leads here again once its reader has signed in.
  if (session?.person === null) return <Navigate to="/sign-in" search={{ next: here }} replace />
  if (!page)
    return (
      <div className="page">
        <QueryOutcome query={query} level={1} />
      </div>
    )
  const { programme, colours, light, promises, worse, publishedMonth, asked } = page
  const told = new Set(worse.slice(0, shown.worse).map(({ promise }) => promise.id))
  const others = promises.filter(({ promise }) => !told.has(promise.id))
  const isOwn = session?.person?.posts.some(({ id }) => id === page.post.id) ?? false
  const isPaper = search.paper === 'shown'
  return (
    <ProgrammeFrame
      programme={programme}
      className="leader"
      heading={t(isOwn ? 'title' : 'titleOf', { name: page.post.name })}
    >
      {light && (
        <p className="leader-light">
          <LightMark level={light.level} colour={colours[light.level]} />{' '}
          {lightSentence(light, colours[light.level], language)}
        </p>
      )}
      <LevelCounts desk={page} />
      <LeaderActions page={page} search={search} />
      {isPaper ? (
        <LeaderPaper page={page} />
      ) : (
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
      )}
    </ProgrammeFrame>
  )
}
