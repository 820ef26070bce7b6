import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LedgersPage as Page } from '../../../contract/ledgers.ts'
import { ledgerNames } from '../../../domain/ledger-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { RecordTable } from '../../ui/record-table.tsx'
import { promiseWords } from '../indicator/target-words.ts'
import { useLanguage } from '../language.ts'
import { usePageTitle } from '../page-title.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { QueryOutcome } from '../query-outcome.tsx'
import { ledgersQuery } from './ledger-queries.ts'
import { LedgerValue, ShareFigure, WaitingSum } from './ledger-value.tsx'
import { useOwnUnits } from './own-units.ts'
import './ledgers.css'

type Row = Page['ledgers'][number]

/** The ledgers of a unit: what each counts, what was accepted and what waits, beside the unit's share. */
export function LedgersPage() {
  const { t } = useTranslation('ledgers')
  const { language } = useLanguage()
  const { programmeId } = useParams({ from: '/programmes/$programmeId/ledgers' })
  const { unit: asked } = useSearch({ from: '/programmes/$programmeId/ledgers' })
  const navigate = useNavigate()
  const own = useOwnUnits()
  const unitId = asked ?? own[0]?.id
  const query = useQuery(ledgersQuery(programmeId, unitId))
  usePageTitle(query.data && t('pageTitle', { title: query.data.programme.title }))
  if (!query.data)
    return (
      <div className="page">
        <QueryOutcome query={query} level={1} />
      </div>
    )
  const { programme, ledgers } = query.data
  const units = [...new Map([...own, ...query.data.units].map((unit) => [unit.id, unit])).values()]
  const columns = [
    {
      heading: t('promise'),
      cell: ({ taskNo, indicatorId, target }: Row) => (
        <span className="ledger-promise">
          <span className="quiet">{taskNo}</span>
          <Link
            to="/programmes/$programmeId/ledgers/$indicatorId"
            params={{ programmeId, indicatorId }}
            search={unitId === undefined ? {} : { unit: unitId }}
            lang="zh-CN"
          >
            {promiseWords(target)}
          </Link>
        </span>
      ),
    },
    { heading: t('kind'), cell: ({ target }: Row) => ledgerNames[target.ledger][language] },
    { heading: t('share'), cell: (row: Row) => <ShareFigure row={row} /> },
    { heading: t('value'), cell: (row: Row) => <LedgerValue row={row} /> },
    { heading: t('waiting'), cell: (row: Row) => <WaitingSum row={row} /> },
  ]
  return (
    <ProgrammeFrame programme={programme} className="ledgers" heading={t('title')}>
      <p className="ledger-bar">
        <label>
          {t('unit')}{' '}
          <select
            value={unitId ?? ''}
            onChange={({ target: { value } }) =>
              void navigate({ to: '.', search: value === '' ? {} : { unit: value }, replace: true })
            }
          >
            {own.length === 0 && <option value="">{t('allUnits')}</option>}
            {units.map(({ id, name }) => (
              <option key={id} value={id} lang="zh-CN">
                {name}
              </option>
            ))}
          </select>
        </label>
        <span className="quiet">{t('ledgerCount', { count: ledgers.length })}</span>
      </p>
      {ledgers.length === 0 ? (
        <Notice tone="empty" title={t('noneTitle')}>
          {t('noneBody')}
        </Notice>
      ) : (
        <RecordTable
          caption={t('title')}
          rows={ledgers}
          keyOf={({ indicatorId }) => indicatorId}
          columns={columns}
        />
      )}
    </ProgrammeFrame>
  )
}
