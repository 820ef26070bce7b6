import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMonthWords } from './month-words.ts'
import { periodsQuery } from './reporting-queries.ts'

/** The month asked for, or the latest that has opened; undefined while the dates are not known. */
export function useMonth(programmeId: string, asked: string | undefined): string | undefined {
  const { data } = useQuery({ ...periodsQuery(programmeId), enabled: asked === undefined })
  if (asked !== undefined) return asked
  return data && (data.months.findLast(({ phase }) => phase !== 'not-open') ?? data.months[0])?.month
}

/** The twelve months and where each is in its course; the choice goes into the address. */
export function MonthSwitch({ programmeId, month }: { programmeId: string; month: string }) {
  const { t } = useTranslation('reporting')
  const words = useMonthWords()
  const navigate = useNavigate()
  const { data } = useQuery(periodsQuery(programmeId))
  return (
    <label className="month-switch">
      <span className="quiet">{t('month')}</span>{' '}
      <select
        value={month}
        onChange={(event) =>
          void navigate({
            to: '.',
            search: (now: Record<string, unknown>) => ({ ...now, month: event.target.value }),
          } as never)
        }
      >
        {data ? (
          data.months.map((each) => (
            <option key={each.month} value={each.month}>
              {`${words(each.month)} · ${t(`phase_${each.phase}`)}`}
            </option>
          ))
        ) : (
          <option value={month}>{words(month)}</option>
        )}
      </select>
    </label>
  )
}
