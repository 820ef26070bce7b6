import { useTranslation } from 'react-i18next'
import { addClaimFile, type AcceptanceClaim, type AcceptanceData } from '../../../contract/acceptance.ts'
import { mayInspect } from '../../../domain/acceptance/acceptance.ts'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useHoldsPost } from '../reporting/holds-post.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { useActor } from '../use-actor.ts'
import { AcceptanceFiles } from './acceptance-files.tsx'
import { CheckList } from './check-list.tsx'
import { DecisionForm } from './decision-form.tsx'
import { figureWords } from './figure-words.ts'
import { SampledEntryRow } from './sampled-entry-row.tsx'

type ClaimSectionProps = { page: AcceptanceData; claim: AcceptanceClaim; latest: boolean }

/** One claim: what was stated, its files, the entries drawn, what was decided; earlier ones are folded. */
export function ClaimSection({ page, claim, latest }: ClaimSectionProps) {
  const { t } = useTranslation('acceptance')
  const heading = t('claimNo', { no: claim.no, state: t(`state_${claim.state}`) })
  if (!latest)
    return (
      <details className="acceptance-claim">
        <summary>{heading}</summary>
        <ClaimBody page={page} claim={claim} latest={false} />
      </details>
    )
  return (
    <section className="acceptance-claim" aria-label={heading}>
      <h2>{heading}</h2>
      <ClaimBody page={page} claim={claim} latest />
    </section>
  )
}

function ClaimBody({ page, claim, latest }: ClaimSectionProps) {
  const { t } = useTranslation('acceptance')
  const holdsPost = useHoldsPost()
  const actor = useActor()
  const { moment } = useDates()
  const { programme, promise } = page
  const open = latest && mayInspect(claim.state)
  const leads = promise.leadUnitId !== null && holdsPost('acceptance.claim', promise.leadUnitId)
  return (
    <>
      <p className="acceptance-statement" lang="zh-CN">
        {claim.statement}
      </p>
      <p className="quiet">
        <span lang="zh-CN">{actor(claim)}</span> · <time dateTime={claim.at}>{moment(claim.at)}</time>
        <ClaimedFigure claim={claim} unit={promise.target.unit} />
      </p>
      <h3>{t('files', { count: claim.files.length })}</h3>
      <AcceptanceFiles
        files={claim.files}
        mayAdd={open && leads}
        place={{ programmeId: programme.id, claimId: claim.id }}
        send={(params, file) => call(addClaimFile, { params, file })}
      />
      <Sample page={page} claim={claim} open={open} />
      <Steps claim={claim} />
      {latest && <DecisionForm page={page} claim={claim} />}
    </>
  )
}

function ClaimedFigure({ claim, unit }: { claim: AcceptanceClaim; unit: string | null }) {
  const { t } = useTranslation('acceptance')
  const words = useMonthWords()
  if (claim.figure === null) return null
  const figure = figureWords({ value: claim.figure, denominator: claim.figureDenominator }, unit)
  const month = claim.figureMonth === null ? '' : words(claim.figureMonth)
  return <> · {t('claimedFigure', { figure, month })}</>
}

function Sample({ page, claim, open }: { page: AcceptanceData; claim: AcceptanceClaim; open: boolean }) {
  const { t } = useTranslation('acceptance')
  return (
    <>
      <h3>{t('sample', { count: claim.sample.length })}</h3>
      <p className="quiet">
        {claim.sample.length === 0
          ? t('noSample')
          : t('sampleDrawn', { drawn: claim.sample.length, population: claim.population })}
      </p>
      {claim.sample.length > 0 && (
        <details className="acceptance-seed">
          <summary>{t('howDrawn')}</summary>
          {t('drawnBy')} <code>{claim.seed}</code>
        </details>
      )}
      <ul className="acceptance-sample">
        {claim.sample.map((entry) => (
          <li key={entry.entryId}>
            <SampledEntryRow programmeId={page.programme.id} claimId={claim.id} entry={entry} open={open} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was decided, with the checks as they stood then. */
function Steps({ claim: { steps } }: { claim: AcceptanceClaim }) {
  const { t } = useTranslation('acceptance')
  const actor = useActor()
  const { moment } = useDates()
  if (steps.length === 0) return null
  return (
    <>
      <h3>{t('decisions')}</h3>
      <ol className="acceptance-steps">
        {steps.map(({ step, reason, checks, at, ...acted }) => (
          <li key={at}>
            <strong>{t(`did_${step}`)}</strong> <span lang="zh-CN">{actor(acted)}</span> ·{' '}
            <time dateTime={at}>{moment(at)}</time>
            {reason !== null && <p lang="zh-CN">{reason}</p>}
            <details>
              <summary>{t('checksThen')}</summary>
              <CheckList checks={checks} />
            </details>
          </li>
        ))}
      </ol>
    </>
  )
}
