import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/desk.ts'
import { useMonthWords } from '../reporting/month-words.ts'

/** Which units have not reported: so many of so many for the month, and which months before. */
export function MissingTable({ desk }: { desk: Desk }) {
  const { t } = useTranslation('desk')
  const words = useMonthWords()
  return (
    <table className="desk-table" aria-label={t('missingTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          <th scope="col">{t('missingOf', { month: words(desk.month) })}</th>
          <th scope="col">{t('missingEarlier')}</th>
        </tr>
      </thead>
      <tbody>
        {desk.missing.map(({ unitId, unit, cells, missing, earlier }) => (
          <tr key={unitId}>
            <th scope="row">
              <Link
                to="/programmes/$programmeId/sheets/$unitId"
                params={{ programmeId: desk.programme.id, unitId }}
                search={{ month: missing > 0 ? desk.month : (earlier[0]?.month ?? desk.month) }}
                lang="zh-CN"
              >
                {unit}
              </Link>
            </th>
            <td>{missing === 0 ? '' : `${missing} / ${cells}`}</td>
            <td>{earlier.length === 0 ? '' : t('missingMonths', { count: earlier.length })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
