import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'

/** Something in the page itself broke; a fresh load is the honest way out. */
export function UnexpectedPage() {
  const { t } = useTranslation()
  return (
    <div className="page">
      <Notice
        tone="failure"
        level={1}
        title={t('failureTitle')}
        action={
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {t('reload')}
          </button>
        }
      >
        {t('failureUnexpected')}
      </Notice>
    </div>
  )
}
