import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { usePageTitle } from '../page-title.ts'

export function NotFoundPage() {
  const { t } = useTranslation()
  usePageTitle(t('notFoundTitle'))
  return (
    <div className="page">
      <Notice
        tone="empty"
        level={1}
        title={t('notFoundTitle')}
        action={<Link to="/">{t('toTheTable')}</Link>}
      >
        {t('notFoundBody')}
      </Notice>
    </div>
  )
}
