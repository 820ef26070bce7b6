import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Suspicion } from '../../../contract/evidence.ts'
import { suspicionSentence } from '../../../domain/evidence/suspicion.ts'
import { useDates } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { useMayDo } from '../session.tsx'
import { useActor } from '../use-actor.ts'
import { RulingForm } from './ruling-form.tsx'
import { SideOf } from './suspicion-side.tsx'

type SuspicionListProps = { programmeId: string; suspicions: readonly Suspicion[] }

/** What looks odd: why in one sentence, both sides, what reviewers said of it, and where one says it. */
export function SuspicionList({ programmeId, suspicions }: SuspicionListProps) {
  const { t } = useTranslation('evidence')
  if (suspicions.length === 0) return null
  const title = t('suspicions', { count: suspicions.length })
  return (
    <section className="suspicions" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {suspicions.map((suspicion) => (
          <OneSuspicion key={suspicion.id} programmeId={programmeId} suspicion={suspicion} />
        ))}
      </ul>
    </section>
  )
}

function OneSuspicion({ programmeId, suspicion }: { programmeId: string; suspicion: Suspicion }) {
  const { t } = useTranslation('evidence')
  const { language } = useLanguage()
  const mayDo = useMayDo()
  const { kind, details, here, other, rulings } = suspicion
  const state = rulings.at(-1)?.ruling ?? 'open'
  // A figure of the cell itself has nothing to show besides its sentence.
  const showsHere = here.entryId !== null || here.evidenceId !== null
  return (
    <li className="suspicion" aria-label={t(`kind_${kind}`)}>
      <p>
        <strong className={`suspicion-${state}`}>{t(`kind_${kind}`)}</strong>{' '}
        <span className="quiet">{t(`state_${state}`)}</span>
      </p>
      <p className="long-text">{suspicionSentence(kind, details, language)}</p>
      {(showsHere || other !== null) && (
        <div className="suspicion-sides">
          <SideOf side={here} label={t('here')} programmeId={programmeId} />
          {other !== null && <SideOf side={other} label={t('other')} programmeId={programmeId} />}
        </div>
      )}
      <Rulings suspicion={suspicion} />
      {mayDo('entry.decide') && <RulingForm programmeId={programmeId} suspicion={suspicion} />}
      {mayDo('order.issue') && (
        <Link
          to="/programmes/$programmeId/orders/new"
          params={{ programmeId }}
          search={{
            suspicion: suspicion.id,
            indicator: suspicion.indicatorId,
            unit: suspicion.unitId,
            ground: suspicionSentence(kind, details, 'zh').slice(0, 500),
          }}
        >
          {t('supervise')}
        </Link>
      )}
    </li>
  )
}

function Rulings({ suspicion: { rulings } }: { suspicion: Suspicion }) {
  const { t } = useTranslation('evidence')
  const { moment } = useDates()
  const actor = useActor()
  if (rulings.length === 0) return null
  return (
    <ol className="suspicion-rulings" aria-label={t('rulings')}>
      {rulings.map((ruling) => (
        <li key={ruling.no}>
          <strong>{t(`state_${ruling.ruling}`)}</strong> <q>{ruling.reason}</q>{' '}
          <span className="quiet">
            <span lang="zh-CN">{actor(ruling)}</span> · {moment(ruling.at)}
          </span>
        </li>
      ))}
    </ol>
  )
}
