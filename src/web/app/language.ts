/** Chinese first, English complete; the choice is remembered in this browser. */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../domain/problems/problem.ts'
import { en, zh } from '../locales/languages.ts'

const STORAGE_KEY = 'jiannuo.language'
const htmlLanguage = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>

function isLanguage(text: string | null): text is Language {
  return text === 'zh' || text === 'en'
}

/** Storage can be forbidden by the browser; then the choice lasts as long as the page. */
function rememberedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    return isLanguage(stored) ? stored : 'zh'
  } catch {
    return 'zh'
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language)
  } catch {
    // Nothing to do: see rememberedLanguage.
  }
}

export async function startLanguages(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    if (!isLanguage(language)) return
    document.documentElement.lang = htmlLanguage[language]
    remember(language)
  })
  await i18next.use(initReactI18next).init({
    resources: { zh, en },
    lng: rememberedLanguage(),
    fallbackLng: false,
    defaultNS: 'common',
    keySeparator: false,
    interpolation: { escapeValue: false }, // React escapes
  })
}

export function useLanguage(): { language: Language; switchTo: (language: Language) => void } {
  const { i18n } = useTranslation()
  return {
    language: i18n.language === 'en' ? 'en' : 'zh',
    switchTo: (language) => void i18n.changeLanguage(language),
  }
}
