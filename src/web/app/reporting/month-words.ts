import { useLanguage } from '../language.ts'

const locales = { zh: 'zh-CN', en: 'en-GB' } as const

/** "2023-02-01" is “2023年2月”. */
export function useMonthWords(): (month: string) => string {
  const { language } = useLanguage()
  const format = new Intl.DateTimeFormat(locales[language], {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return (month) => format.format(new Date(`${month}T00:00:00Z`))
}
