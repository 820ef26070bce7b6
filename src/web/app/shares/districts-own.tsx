import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { promiseWords } from '../indicator/target-words.ts'
import type { SharesPage } from './share-state.ts'

/** What districts promise beyond the government's programme. */
export function DistrictsOwn({ page }: { page: SharesPage }) {
  const { t } = useTranslation('shares')
  const withOwn = page.districts.flatMap((district) => {
    const promises = page.own.find(({ unitId }) => unitId === district.unitId)?.promises ?? []
    return promises.length === 0 ? [] : [{ ...district, promises }]
  })
  if (withOwn.length === 0) return null
  return (
    <section className="shares-own" aria-labelledby="own-promises">
      <h2 id="own-promises">{t('ownTitle')}</h2>
      {withOwn.map(({ unitId, unit, programmeId, promises }) => (
        <section key={unitId} aria-labelledby={`own-${unitId}`}>
          <h3 id={`own-${unitId}`}>
            <span lang="zh-CN">{unit}</span> {t('ownCount', { count: promises.length })}
          </h3>
          <ul>
            {promises.map(({ indicatorId, ...target }) => (
              <li key={indicatorId}>
                <Link
                  to="/programmes/$programmeId/indicators/$indicatorId"
                  params={{ programmeId, indicatorId }}
                  lang="zh-CN"
                >
                  {promiseWords(target)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
