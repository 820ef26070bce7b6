import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** Names the browser's tab and history entry: the page first, the product last. Undefined while it is not known yet. */
export function usePageTitle(title: string | undefined): void {
  const { t } = useTranslation()
  const product = t('productName')
  useEffect(() => {
    document.title = title === undefined ? product : `${title} · ${product}`
  }, [title, product])
}
