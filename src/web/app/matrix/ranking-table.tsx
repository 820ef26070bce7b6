import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProgrammeLightsData } from '../../../contract/lights.ts'
import type { RankedUnit } from '../../../domain/desk/unit-ranking.ts'
import { decimal } from '../../../domain/values/decimal.ts'
import { percentOf } from '../../../domain/values/quantity.ts'

type RankingTableProps = { title: string; units: readonly RankedUnit[]; page: ProgrammeLightsData }

/** With one decimal, whatever it is, so that shares stand under each other. */
const share = (kept: number, due: number) => Number(percentOf(decimal(kept), decimal(due))).toFixed(1)

/** Who keeps to plan most; those that nothing was due of stand below without a rank. */
export function RankingTable({ title, units, page }: RankingTableProps) {
  const { t } = useTranslation('charts')
  if (units.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table className="desk-table ranking" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('rank')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col" className="numeric">
              {t('share')}
            </th>
            <th scope="col" className="numeric">
              {t('kept')} / {t('due')}
            </th>
            <th scope="col" className="numeric">
              {t('farBehind')}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unitId, name, rank, kept, due, farBehind }) => (
            <tr key={unitId}>
              <td>{rank ?? <span className="quiet">{t('unranked')}</span>}</td>
              <th scope="row">
                <Link
                  to="/programmes/$programmeId/matrix"
                  params={{ programmeId: page.programme.id }}
                  search={{ month: page.month, unit: unitId }}
                  resetScroll={false}
                  lang="zh-CN"
                >
                  {name}
                </Link>
              </th>
              <td className="numeric">{due > 0 && `${share(kept, due)}%`}</td>
              <td className="numeric">
                {kept} / {due}
              </td>
              <td className="numeric">{farBehind}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
