import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeaderPageData } from '../../../contract/desk.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { Notice } from '../../ui/notice.tsx'
import { CallFailure } from '../api.ts'
import { LevelCounts } from '../desk/lagging-list.tsx'
import { useFailureSentence } from '../failure-sentence.ts'
import { useLanguage } from '../language.ts'
import { LightMark } from '../lights/light-mark.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { useSession } from '../session.tsx'
import { LeaderActions } from './leader-actions.tsx'
import { LeaderPaper } from './leader-paper.tsx'
import { leaderQuery } from './leader-queries.ts'
import { LeaderScreen } from './leader-screen.tsx'
import '../desk/desk.css'
import './leader.css'

/** A leader's one screen: my promises by light, what got worse, what is asked of me; or all of it as a paper. */
export function LeaderPage() {
  const { t } = useTranslation('leader')
  const session = useSession()
  const router = useRouter()
  // As it was opened: on the way to signing in the address is another already.
  const [here] = useState(router.state.location.href)
  const { programmeId } = useParams({ from: '/programmes/$programmeId/leader' })
  const search = useSearch({ from: '/programmes/$programmeId/leader' })
  const query = useQuery(leaderQuery(programmeId, search.post))
  const page = query.data
  usePageTitle(page && t('pageTitle', { name: page.post.name }))
  // A link that was sent leads here again once its reader has signed in.
  if (session?.person === null) return <Navigate to="/sign-in" search={{ next: here }} replace />
  if (query.error instanceof CallFailure && query.error.code === 'leader-page.no-promises')
    return (
      <div className="page">
        <LeadsNothing programmeId={programmeId} error={query.error} />
      </div>
    )
  if (!page)
    return (
      <ProgrammeOutcome programmeId={programmeId} heading={t('navLeader', { ns: 'common' })} query={query} />
    )
  const isOwn = session?.person?.posts.some(({ id }) => id === page.post.id) ?? false
  return (
    <ProgrammeFrame
      programme={page.programme}
      className="leader"
      heading={t(isOwn ? 'title' : 'titleOf', { name: page.post.name })}
    >
      <OwnLight page={page} />
      <LevelCounts desk={page} />
      <LeaderActions page={page} search={search} />
      {search.paper === 'shown' ? <LeaderPaper page={page} /> : <LeaderScreen page={page} search={search} />}
    </ProgrammeFrame>
  )
}

function OwnLight({ page: { light, colours } }: { page: LeaderPageData }) {
  const { language } = useLanguage()
  if (!light) return null
  return (
    <p className="leader-light">
      <LightMark level={light.level} colour={colours[light.level]} />{' '}
      {lightSentence(light, colours[light.level], language)}
    </p>
  )
}

function LeadsNothing({ programmeId, error }: { programmeId: string; error: CallFailure }) {
  const { t } = useTranslation('leader')
  const sentenceOf = useFailureSentence()
  return (
    <Notice
      tone="empty"
      level={1}
      title={t('noneTitle')}
      action={
        <Link to="/programmes/$programmeId" params={{ programmeId }} className="button">
          {t('toTheTable', { ns: 'common' })}
        </Link>
      }
    >
      {sentenceOf(error)}
    </Notice>
  )
}
