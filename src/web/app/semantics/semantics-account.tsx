import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DeclaredSemantics } from '../../../contract/semantics.ts'
import { useDates } from '../dates.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { semanticsQuery } from '../reporting/reporting-queries.ts'
import { SemanticsForm } from './semantics-form.tsx'
import './semantics.css'

type SemanticsAccountProps = { programmeId: string; indicatorId: string; mayDeclare: boolean }

/** How the figures of a promise are meant, since when and why, and where it is declared anew. */
export function SemanticsAccount({ programmeId, indicatorId, mayDeclare }: SemanticsAccountProps) {
  const { t } = useTranslation('semantics')
  const query = useQuery(semanticsQuery(programmeId, indicatorId))
  return (
    <section className="semantics" aria-labelledby="semantics">
      <h2 id="semantics">{t('title')}</h2>
      {query.data ? (
        <>
          <p>
            <strong>{t(`kind_${query.data.semantics}`)}</strong> {t(`means_${query.data.semantics}`)}
          </p>
          <Declarations declared={query.data} />
          {mayDeclare &&
            (query.data.planned ? (
              <SemanticsForm programmeId={programmeId} indicatorId={indicatorId} declared={query.data} />
            ) : (
              <p className="quiet">{t('planFirst')}</p>
            ))}
        </>
      ) : (
        <QueryOutcome query={query} />
      )}
    </section>
  )
}

function Declarations({ declared: { declarations } }: { declared: DeclaredSemantics }) {
  const { t } = useTranslation('semantics')
  const { moment } = useDates()
  return (
    <ol className="semantics-history" aria-label={t('history')}>
      {declarations.map(({ no, semantics, reason, by, at }) => (
        <li key={no}>
          {t(`kind_${semantics}`)} <q>{reason}</q>{' '}
          <span className="quiet">
            <span lang="zh-CN">{by}</span> · {moment(at)}
          </span>
        </li>
      ))}
      <li className="quiet">{t('default')}</li>
    </ol>
  )
}
