import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapWords } from './base-map.ts'

/** What a map calls itself and its buttons; the same object until the language changes. */
export function useMapWords(): MapWords {
  const { t } = useTranslation('map')
  return useMemo(() => ({ title: t('mapTitle'), zoomIn: t('zoomIn'), zoomOut: t('zoomOut') }), [t])
}
