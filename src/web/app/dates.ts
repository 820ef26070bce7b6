/** Instants and plain dates as people read them; instants in the time of China, wherever the reader sits. */
import type { Language } from '../../domain/problems/problem.ts'
import { useLanguage } from './language.ts'

const locales = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>
const timeZone = 'Asia/Shanghai'

/** `day` of an instant or of "2023-12-31", `moment` to the second. */
export function useDates(): { day: (date: string) => string; moment: (instant: string) => string } {
  const locale = locales[useLanguage().language]
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const momentFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone })
  return {
    // A plain date is read as that day's noon in China, so that no zone moves it.
    day: (date) => dayFormat.format(new Date(date.length === 10 ? `${date}T12:00:00+08:00` : date)),
    moment: (instant) => momentFormat.format(new Date(instant)),
  }
}
