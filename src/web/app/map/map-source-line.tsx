import { useTranslation } from 'react-i18next'
import type { MapBase } from '../../../contract/map.ts'

/** Whose map this is: a published one bears its approval number, a sketch says that it is one. */
export function MapSourceLine({ base: { boundaries, tiles } }: { base: MapBase }) {
  const { t } = useTranslation('map')
  return (
    <p className="quiet map-source">
      {tiles.attribution !== '' && <span lang="zh-CN">{tiles.attribution} · </span>}
      {boundaries.approval === null
        ? t('sketch')
        : t('approved', { source: boundaries.source, approval: boundaries.approval })}
    </p>
  )
}
