import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportPage } from '../../../contract/imports.ts'
import type { Comparison } from './arrange-comparison.ts'

type ComparisonHeadingProps = { page: ImportPage; comparison: Comparison }

/** Which two texts stand side by side. */
export function ComparisonHeading({ page, comparison: { programme } }: ComparisonHeadingProps) {
  const { t } = useTranslation('secondReading')
  return (
    <header className="comparison-heading">
      <p className="quiet">
        <Link to="/imports/$importId" params={{ importId: page.id }}>
          {t('backToImport')}
        </Link>
      </p>
      <h1>{t('title')}</h1>
      <dl>
        <div>
          <dt>{t('before')}</dt>
          <dd>
            <Link
              to="/programmes/$programmeId"
              params={{ programmeId: programme.id }}
              lang="zh-CN"
              className="comparison-text"
            >
              {programme.title}
            </Link>
            <span className="quiet">
              {programme.amendmentNo === 0
                ? t('asAdopted')
                : t('asAmended', { number: programme.amendmentNo })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('after')}</dt>
          <dd>
            <span lang="zh-CN" className="comparison-text">
              {page.draft.title || page.fileName}
            </span>
            <span className="quiet" lang="zh-CN">
              {page.fileName}
            </span>
          </dd>
        </div>
      </dl>
    </header>
  )
}
