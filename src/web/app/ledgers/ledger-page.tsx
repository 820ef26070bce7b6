import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { exportLedgerCsv, exportLedgerXlsx } from '../../../contract/ledgers.ts'
import { columnsToFill } from '../../../domain/entry.ts'
import { countingWords, ledgerNames } from '../../../domain/ledger-words.ts'
import { addressOf } from '../api.ts'
import { promiseWords } from '../indicator/target-words.ts'
import { useLanguage } from '../language.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { QueryOutcome } from '../query-outcome.tsx'
import { EntryFilters } from './entry-filters.tsx'
import { EntryList } from './entry-list.tsx'
import { filterOf, ledgerQuery } from './ledger-queries.ts'
import type { LedgerSearch } from './ledger-search.ts'
import { LedgerPanel } from './ledger-panel.tsx'
import { LedgerValue, ShareFigure, WaitingSum } from './ledger-value.tsx'
import { useOwnUnits } from './own-units.ts'
import './ledgers.css'

const from = '/programmes/$programmeId/ledgers/$indicatorId'

/** The entries of one promise, and what they add up to; entering, loading and deciding in a panel beside them. */
export function LedgerPage() {
  const { t } = useTranslation('ledgers')
  const { language } = useLanguage()
  const { programmeId, indicatorId } = useParams({ from })
  const search = useSearch({ from })
  const navigate = useNavigate()
  const own = useOwnUnits()
  const query = useInfiniteQuery(ledgerQuery(programmeId, indicatorId, search))
  const [first] = query.data?.pages ?? []
  usePageTitle(first && t('ledgerTitle', { promise: promiseWords(first.target) }))
  if (!first)
    return (
      <div className="page">
        <QueryOutcome query={query} level={1} />
      </div>
    )
  const change = (changes: Partial<LedgerSearch>) =>
    void navigate({
      to: '.',
      search: { ...search, ...changes },
      replace: !('panel' in changes),
      resetScroll: false,
    })
  const writable = first.units.filter((unit) => own.some(({ id }) => id === unit.id))
  const unit = writable.find(({ id }) => id === search.unit) ?? writable[0]
  const address = new URLSearchParams(filterOf(search)).toString()
  const file = (route: typeof exportLedgerXlsx | typeof exportLedgerCsv) =>
    `${addressOf(route, { params: { programmeId, indicatorId } })}${address === '' ? '' : `?${address}`}`
  return (
    <ProgrammeFrame programme={first.programme} className="ledgers" heading={promiseWords(first.target)}>
      <p className="quiet">
        {first.taskNo} · {ledgerNames[first.target.ledger][language]} ·{' '}
        {countingWords(first.target.ledger, first.target.unit)[language]}
      </p>
      <dl className="ledger-sums">
        <div>
          <dt>{t('value')}</dt>
          <dd>
            <LedgerValue row={first} />
          </dd>
        </div>
        <div>
          <dt>{t('waiting')}</dt>
          <dd>
            <WaitingSum row={first} />
          </dd>
        </div>
        <div>
          <dt>{t('share')}</dt>
          <dd>
            <ShareFigure row={first} />
          </dd>
        </div>
      </dl>
      <p className="ledger-bar">
        {unit && (
          <>
            <button
              type="button"
              className="button button-primary"
              onClick={() => change({ panel: 'enter' })}
            >
              {t('enter')}
            </button>
            <button type="button" className="button" onClick={() => change({ panel: 'load' })}>
              {t('load')}
            </button>
          </>
        )}
        {columnsToFill(first.target.ledger).includes('longitude') && (
          <Link
            to="/programmes/$programmeId/map"
            params={{ programmeId }}
            search={{ indicator: indicatorId, ...(search.unit && { unit: search.unit }) }}
            className="quiet-button"
          >
            {t('toMap', { ns: 'map' })}
          </Link>
        )}
        <a className="quiet-button" href={file(exportLedgerXlsx)} download>
          {t('exportXlsx')}
        </a>
        <a className="quiet-button" href={file(exportLedgerCsv)} download>
          {t('exportCsv')}
        </a>
      </p>
      {!unit && own.length > 0 && (
        <p className="ledger-note">
          {first.leadUnit
            ? t('noShareForYou', {
                unit: own.map(({ name }) => name).join(t('and')),
                lead: first.leadUnit.name,
              })
            : t('noPlanYet')}
        </p>
      )}
      <div className={search.panel ? 'ledger-split ledger-split-open' : 'ledger-split'}>
        <div>
          <EntryFilters page={first} search={search} change={change} />
          <EntryList query={query} first={first} open={(id) => change({ panel: id })} opened={search.panel} />
        </div>
        {search.panel && (
          <LedgerPanel
            key={search.panel}
            page={first}
            panel={search.panel}
            unit={unit}
            close={() => change({ panel: undefined })}
            open={(panel) => change({ panel })}
          />
        )}
      </div>
    </ProgrammeFrame>
  )
}
