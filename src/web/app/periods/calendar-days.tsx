import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setCalendarDays } from '../../../contract/periods.ts'
import { holidayNotices } from '../../../domain/statutory-holidays.ts'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import type { PeriodsData } from './periods-data.ts'
import { readDays } from './read-days.ts'

type CalendarDaysProps = { programmeId: string; page: PeriodsData; maySet: boolean }

/** The days off and made up that dates are reckoned by: the State Council's notices, and the government's own days. */
export function CalendarDays({ programmeId, page, maySet }: CalendarDaysProps) {
  const { t } = useTranslation('periods')
  const { day } = useDates()
  const known = holidayNotices.filter(({ year }) => year === page.year || year === page.year + 1)
  const unknown = [page.year, page.year + 1].filter((year) => !known.some((notice) => notice.year === year))
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t('calendarTitle')}</h2>
      <ul>
        {known.map(({ year, source }) => (
          <li key={year} lang="zh-CN">
            {source}
          </li>
        ))}
      </ul>
      {unknown.length > 0 && <p className="fault">{t('unknownYear', { years: unknown.join(', ') })}</p>}
      {page.days.length > 0 && (
        <ul className="own-days" aria-label={t('ownDays')}>
          {page.days.map((own) => (
            <li key={own.day}>
              {day(own.day)} {t(`day_${own.kind}`)} <span className="quiet">{own.name}</span>
            </li>
          ))}
        </ul>
      )}
      {maySet && <PasteDays programmeId={programmeId} />}
    </section>
  )
}

function PasteDays({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('periods')
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const { days, unread } = readDays(text)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(setCalendarDays, { body: { days: [...days] } }),
    onSuccess: () => setText(''),
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programmeId] }),
  })
  return (
    <form
      className="paste-days"
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <label>
        <span>{t('pasteDays')}</span>
        <textarea
          rows={3}
          value={text}
          placeholder={t('pasteExample')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {unread.length > 0 && (
        <p className="fault" role="alert">
          {t('unreadLines', { lines: unread.join(', ') })}
        </p>
      )}
      {error !== null && (
        <p role="alert" className="fault">
          {sentenceOf(error)}
        </p>
      )}
      <button type="submit" className="button" disabled={days.length === 0 || unread.length > 0 || isPending}>
        {t('recordDays', { count: days.length })}
      </button>
    </form>
  )
}
