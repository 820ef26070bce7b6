/** Months and days in both languages, as sentences say them. */
import type { Language } from '../problems/problem.ts'

export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** “2023年2月”, “February 2023”. */
export function monthName(month: string, language: Language): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))]
  return language === 'zh' ? `${year}年${number}月` : `${englishMonths[number - 1] ?? ''} ${year}`
}

/** “2月28日”, “28 February”; "" of what is no date. */
export function dayName(day: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return ''
  const [month, number] = [Number(day.slice(5, 7)), Number(day.slice(8))]
  return language === 'zh' ? `${month}月${number}日` : `${number} ${englishMonths[month - 1] ?? ''}`
}

/** “2023年2月28日”, as official papers date themselves. */
export function paperDate(day: string): string {
  const [year, month, number] = day.split('-').map(Number)
  return `${year}年${month}月${number}日`
}
