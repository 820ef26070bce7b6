import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AcceptanceData } from '../../../contract/acceptance.ts'
import { mayClaim } from '../../../domain/acceptance/acceptance.ts'
import { lightSentence } from '../../../domain/light/light-sentence.ts'
import { useLanguage } from '../language.ts'
import { LightMark } from '../lights/light-mark.tsx'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { useHoldsPost } from '../reporting/holds-post.ts'
import { acceptanceQuery } from './acceptance-queries.ts'
import { CheckList } from './check-list.tsx'
import { ClaimForm } from './claim-form.tsx'
import { ClaimSection } from './claim-section.tsx'
import '../evidence/evidence.css'
import '../lights/lights.css'
import './acceptance.css'

/** One promise on its way to being accepted: what is checked, what was claimed, what was found, what was decided. */
export function PromiseAcceptancePage() {
  const { t } = useTranslation('acceptance')
  const params = useParams({ from: '/programmes/$programmeId/acceptance/$indicatorId' })
  const acceptance = useQuery(acceptanceQuery(params.programmeId, params.indicatorId))
  usePageTitle(acceptance.data && t('promiseTitle', { promise: acceptance.data.promise.sentence }))
  if (!acceptance.data)
    return <ProgrammeOutcome programmeId={params.programmeId} heading={t('title')} query={acceptance} />
  const page = acceptance.data
  const { promise, claims } = page
  return (
    <ProgrammeFrame programme={page.programme} className="acceptance" heading={t('title')}>
      <p>
        <Link to="/programmes/$programmeId/acceptance" params={{ programmeId: page.programme.id }}>
          {t('backToList')}
        </Link>
      </p>
      <Standing page={page} />
      <Checks promise={promise} />
      <Claiming page={page} />
      {claims.map((claim, index) => (
        <ClaimSection key={claim.id} page={page} claim={claim} latest={index === 0} />
      ))}
    </ProgrammeFrame>
  )
}

/** What is accepted was held against them as they stood then; now they matter to who looks back. */
function Checks({ promise: { state, checks } }: Pick<AcceptanceData, 'promise'>) {
  const { t } = useTranslation('acceptance')
  if (state === 'accepted' || state === 'closed')
    return (
      <details className="acceptance-checks-now">
        <summary>{t('checksNow')}</summary>
        <CheckList checks={checks} />
      </details>
    )
  return (
    <section aria-label={t('checks')}>
      <h2>{t('checks')}</h2>
      <CheckList checks={checks} />
    </section>
  )
}

function Standing({ page: { programme, promise, units } }: { page: AcceptanceData }) {
  const { t } = useTranslation('acceptance')
  const { language } = useLanguage()
  const unit = units.find(({ id }) => id === promise.leadUnitId)
  return (
    <>
      <p className="acceptance-promise" lang="zh-CN">
        <Link
          to="/programmes/$programmeId/indicators/$indicatorId"
          params={{ programmeId: programme.id, indicatorId: promise.id }}
        >
          {promise.taskNo} {promise.sentence}
        </Link>
        {unit && <span className="quiet">{unit.name}</span>}
      </p>
      <p className="acceptance-state">
        <strong>{t(`state_${promise.state}`)}</strong>
        {t(`why_${promise.state}`)}
      </p>
      <p>
        <LightMark level={promise.light.level} colour={promise.light.colour} />{' '}
        {lightSentence(promise.light, promise.light.colour, language)}
      </p>
    </>
  )
}

/** For the unit that leads the promise, while no claim is being examined. */
function Claiming({ page }: { page: AcceptanceData }) {
  const { t } = useTranslation('acceptance')
  const holdsPost = useHoldsPost()
  const { promise, rule } = page
  if (!mayClaim(promise.state)) return null
  if (promise.leadUnitId === null) return <p className="quiet">{t('unplanned')}</p>
  if (!holdsPost('acceptance.claim', promise.leadUnitId))
    return page.claims.length === 0 ? <p className="quiet">{t('notClaimed')}</p> : null
  return <ClaimForm page={page} rule={rule} />
}
