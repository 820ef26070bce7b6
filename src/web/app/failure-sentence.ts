import { useTranslation } from 'react-i18next'
import { CallFailure } from './api.ts'
import { useLanguage } from './language.ts'

/** The sentence for anything that went wrong in a call, in the language of the screen. */
export function useFailureSentence(): (error: unknown) => string {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (error) => {
    if (!(error instanceof CallFailure)) return t('failureUnexpected')
    if (error.code === 'offline') return t('failureOffline')
    return error.sentence(language) ?? t('failureUnreadable')
  }
}
