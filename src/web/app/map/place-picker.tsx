import { useQuery } from '@tanstack/react-query'
import { Marker, type Map as MapLibre } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapBase } from '../../../contract/map.ts'
import { isInside } from '../../../domain/areas.ts'
import { toCgcs2000, type Datum } from '../../../domain/coordinates.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { colours, openMap, shownDatum } from './base-map.ts'
import { mapBaseQuery } from './map-queries.ts'
import { MapSourceLine } from './map-source-line.tsx'
import { useMapWords } from './use-map-words.ts'
import './map.css'

/** As the fields of an entry take it. */
export type PickedPlace = {
  readonly longitude: string
  readonly latitude: string
  readonly datum: Datum
  readonly accuracy: string
}

type PlacePickerProps = { pick: (place: PickedPlace) => void }

/** A small map on which a place is chosen: by a click, or by moving its middle there, which the keyboard can do as well. */
export function PlacePicker({ pick }: PlacePickerProps) {
  const base = useQuery(mapBaseQuery)
  if (!base.data) return <QueryOutcome query={base} />
  return <PickerMap base={base.data} pick={pick} />
}

function PickerMap({ base, pick }: { base: MapBase } & PlacePickerProps) {
  const { t } = useTranslation('map')
  const words = useMapWords()
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre>()
  const [at, setAt] = useState<{ lng: number; lat: number }>()

  useEffect(() => {
    if (!box.current) return undefined
    const opened = openMap(box.current, base, words)
    opened.on('load', () => setMap(opened))
    opened.on('click', ({ lngLat }) => setAt(lngLat))
    return () => {
      setMap(undefined)
      opened.remove()
    }
  }, [base, words])

  useEffect(() => {
    if (!map || !at) return undefined
    const marker = new Marker({ color: colours().accent }).setLngLat([at.lng, at.lat]).addTo(map)
    return () => {
      marker.remove()
    }
  }, [map, at])

  const district = at && districtAt(base, at)
  return (
    <div className="map-picker">
      <div className="map-aim">
        <div ref={box} className="map-box" />
      </div>
      <p className="quiet">{t('pickHint')}</p>
      <p className="map-picker-bar">
        <button
          type="button"
          className="button"
          disabled={!map}
          onClick={() => map && setAt(map.getCenter())}
        >
          {t('pickMiddle')}
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={!map || !at}
          onClick={() => map && at && pick(placeAt(base, at, map.getZoom()))}
        >
          {t('takePlace')}
        </button>
        <output>
          {at &&
            t('picked', {
              longitude: at.lng.toFixed(5),
              latitude: at.lat.toFixed(5),
              district: district ?? t('noDistrict'),
            })}
        </output>
      </p>
      <MapSourceLine base={base} />
    </div>
  )
}

/** A finger or a mouse meets a place to within about this many points of the screen. */
const aim = 8
/** Metres to a point of the screen at the equator, zoomed out to one tile of 512. */
const widest = 78_271.517

function placeAt(base: MapBase, { lng, lat }: { lng: number; lat: number }, zoom: number): PickedPlace {
  const metres = (aim * widest * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom
  return {
    longitude: lng.toFixed(6),
    latitude: lat.toFixed(6),
    datum: shownDatum(base),
    accuracy: String(Math.max(1, Math.round(metres))),
  }
}

function districtAt(base: MapBase, { lng, lat }: { lng: number; lat: number }): string | undefined {
  const kept = toCgcs2000({ longitude: lng, latitude: lat }, shownDatum(base))
  const { datum, features } = base.boundaries
  return features.find(({ geometry }) => {
    const area = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return isInside(
      kept,
      area.map((rings) =>
        rings.map((ring) =>
          ring.map(([longitude = 0, latitude = 0]) => {
            const point = toCgcs2000({ longitude, latitude }, datum)
            return [point.longitude, point.latitude]
          }),
        ),
      ),
    )
  })?.properties.name
}
