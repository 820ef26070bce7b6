import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EntryDetails, LedgerPage } from '../../../contract/ledgers.ts'
import { columnsToFill } from '../../../domain/ledger/entry.ts'
import { columnWord } from '../../../domain/ledger/ledger-words.ts'
import { grouped } from '../../../domain/values/figures.ts'
import { useDates } from '../dates.ts'
import { useLanguage } from '../language.ts'
import { useActor } from '../use-actor.ts'
import { EvidenceAccount } from '../evidence/evidence-account.tsx'
import { QueryOutcome } from '../query-outcome.tsx'
import { EntryActions } from './entry-actions.tsx'
import { entryQuery } from './ledger-queries.ts'
import { figureOf } from './ledger-value.tsx'
import { useOwnUnits } from './own-units.ts'
import { typedOf } from './typed-of.ts'

type EntryPanelProps = { page: LedgerPage; entryId: string; open: (panel: string) => void }

/** One entry: what it says, what it counts for, what was decided, and what may be done with it. */
export function EntryPanel({ page, entryId, open }: EntryPanelProps) {
  const { t } = useTranslation('ledgers')
  const { language } = useLanguage()
  const query = useQuery(entryQuery(page.programme.id, entryId))
  const own = useOwnUnits()
  if (!query.data) return <QueryOutcome query={query} />
  const entry = query.data
  const kind = page.target.ledger
  const typed = typedOf(kind, entry)
  return (
    <>
      <p>
        <span className={`entry-state entry-state-${entry.state}`}>{t(`state_${entry.state}`)}</span>{' '}
        {t('countsFor', { figure: figureOf(page, entry.counts, entry.denominator) })}
      </p>
      <dl className="ledger-details">
        {columnsToFill(kind)
          .filter((column) => (typed[column] ?? '') !== '')
          .map((column) => (
            <div key={column}>
              <dt>{columnWord(kind, column, language)}</dt>
              <dd lang="zh-CN">{typed[column]}</dd>
            </div>
          ))}
        <div>
          <dt>{t('unit')}</dt>
          <dd lang="zh-CN">{entry.unit}</dd>
        </div>
        {entry.fileName !== null && (
          <div>
            <dt>{t('fromFile')}</dt>
            <dd>{t('fileRow', { file: entry.fileName, row: entry.loadRow ?? '' })}</dd>
          </div>
        )}
      </dl>
      <EvidenceAccount
        proven={{
          programmeId: page.programme.id,
          indicatorId: page.indicatorId,
          unitId: entry.unitId,
          month: entry.month,
          entryId: entry.id,
        }}
        mayAdd={own.some(({ id }) => id === entry.unitId)}
      />
      <EntryHistory entry={entry} open={open} />
      <EntryActions page={page} entry={entry} typed={typed} open={open} />
    </>
  )
}

function EntryHistory({ entry, open }: { entry: EntryDetails; open: (panel: string) => void }) {
  const { t } = useTranslation('ledgers')
  const { moment } = useDates()
  const actor = useActor()
  return (
    <ol className="ledger-history" aria-label={t('history')}>
      {entry.versions.map((version) => (
        <li key={version.id}>
          {version.reason === null ? t('wasEntered') : t('wasCorrected', { reason: version.reason })}{' '}
          <span className="quiet">
            <span lang="zh-CN">{actor({ by: version.enteredBy, standsIn: version.standsIn })}</span> ·{' '}
            {moment(version.enteredAt)} · {grouped(version.counts)}
          </span>{' '}
          {version.id !== entry.id && (
            <button type="button" className="quiet-button" onClick={() => open(version.id)}>
              {t('showIt')}
            </button>
          )}
        </li>
      ))}
      {entry.decisions.map(({ no, decision, reason, by, post, standsIn, at }) => (
        <li key={no}>
          {t(`did_${decision}`)}
          {reason !== null && t('because', { reason })}{' '}
          <span className="quiet">
            <span lang="zh-CN">{actor({ by, post, standsIn })}</span> · {moment(at)}
          </span>
        </li>
      ))}
    </ol>
  )
}
