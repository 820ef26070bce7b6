/**
 * Days off and days made up of China, year by year, from the notices of the State Council's General Office
 * (国务院办公厅关于某年部分节假日安排的通知). A government's own word on a day (table calendar_day) comes after them.
 */
import { parsePlainDate, type PlainDate } from './plain-date.ts'
import { addDays, type NamedDay } from './working-day.ts'

type Break = {
  readonly name: string
  readonly from: string
  readonly to: string
  /** Saturdays and Sundays that are worked for it. */
  readonly madeUp: readonly string[]
}

export type HolidayNotice = {
  readonly year: number
  readonly source: string
  readonly breaks: readonly Break[]
}

const off = (name: string, from: string, to: string, ...madeUp: string[]): Break => ({
  name,
  from,
  to,
  madeUp,
})

export const holidayNotices: readonly HolidayNotice[] = [
  {
    year: 2023,
    source: '国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）',
    breaks: [
      off('元旦', '2022-12-31', '2023-01-02'),
      off('春节', '2023-01-21', '2023-01-27', '2023-01-28', '2023-01-29'),
      off('清明节', '2023-04-05', '2023-04-05'),
      off('劳动节', '2023-04-29', '2023-05-03', '2023-04-23', '2023-05-06'),
      off('端午节', '2023-06-22', '2023-06-24', '2023-06-25'),
      off('中秋节、国庆节', '2023-09-29', '2023-10-06', '2023-10-07', '2023-10-08'),
    ],
  },
  {
    year: 2024,
    source: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）',
    breaks: [
      off('元旦', '2024-01-01', '2024-01-01'),
      off('春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      off('清明节', '2024-04-04', '2024-04-06', '2024-04-07'),
      off('劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      off('端午节', '2024-06-10', '2024-06-10'),
      off('中秋节', '2024-09-15', '2024-09-17', '2024-09-14'),
      off('国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    breaks: [
      off('元旦', '2025-01-01', '2025-01-01'),
      off('春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      off('清明节', '2025-04-04', '2025-04-06'),
      off('劳动节', '2025-05-01', '2025-05-05', '2025-04-27'),
      off('端午节', '2025-05-31', '2025-06-02'),
      off('国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
    breaks: [
      off('元旦', '2026-01-01', '2026-01-03', '2026-01-04'),
      off('春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      off('清明节', '2026-04-04', '2026-04-06'),
      off('劳动节', '2026-05-01', '2026-05-05', '2026-05-09'),
      off('端午节', '2026-06-19', '2026-06-21'),
      off('中秋节', '2026-09-25', '2026-09-27'),
      off('国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
]

/** Every day the notices name. */
export const statutoryHolidays: readonly NamedDay[] = holidayNotices.flatMap(({ breaks }) =>
  breaks.flatMap(({ name, from, to, madeUp }) => [
    ...daysFrom(parsePlainDate(from), parsePlainDate(to)).map((day) => ({
      day,
      kind: 'holiday' as const,
      name,
    })),
    ...madeUp.map((day) => ({ day: parsePlainDate(day), kind: 'workday' as const, name })),
  ]),
)

function daysFrom(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
