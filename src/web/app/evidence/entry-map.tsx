import {
  Map as MapLibre,
  Marker,
  setWorkerUrl,
  type GeoJSONSource,
  type StyleSpecification,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntriesOnMap, MapGround } from '../../../contract/evidence.ts'
import { fromCgcs2000, type Datum } from '../../../domain/coordinates.ts'

setWorkerUrl(workerUrl)

type EntryMapProps = {
  ground: MapGround
  entries: EntriesOnMap['entries']
  chosen: string | null
  onChoose: (id: string) => void
}

/** Boundaries, names and points; what it shows stands in the list beside it as well. */
export function EntryMap({ ground, entries, chosen, onChoose }: EntryMapProps) {
  const { t } = useTranslation('evidence')
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre | null>(null)
  const datum = ground.tiles?.datum ?? 'CGCS2000'

  useEffect(() => {
    if (!box.current) return undefined
    const made = new MapLibre({
      container: box.current,
      style: styleOf(ground),
      bounds: boundsOf(ground),
      attributionControl: false,
    })
    const names = ground.boundaries.map(({ name, rings }) => {
      const label = document.createElement('span')
      label.className = 'map-name'
      label.textContent = name
      return new Marker({ element: label }).setLngLat(middleOf(rings[0] ?? [], datum)).addTo(made)
    })
    made.on('load', () => setMap(made))
    made.on('click', 'points', ({ features }) => {
      const id: unknown = features?.[0]?.properties['id']
      if (typeof id === 'string') onChoose(id)
    })
    return () => {
      for (const name of names) name.remove()
      made.remove()
      setMap(null)
    }
  }, [ground, datum, onChoose])

  useEffect(() => {
    void map?.getSource<GeoJSONSource>('entries')?.setData({
      type: 'FeatureCollection',
      features: entries.map(({ id, state, ...position }) => ({
        type: 'Feature',
        properties: { id, state, chosen: id === chosen },
        geometry: { type: 'Point', coordinates: shown(position, datum) },
      })),
    })
  }, [map, entries, chosen, datum])

  return (
    <figure className="map">
      <div ref={box} className="map-box" role="img" aria-label={t('mapOf', { count: entries.length })} />
      <figcaption className="quiet">
        {ground.approval ?? t('noApproval')} {ground.tiles?.attribution}
      </figcaption>
    </figure>
  )
}

function shown(
  { longitude, latitude }: { longitude: number; latitude: number },
  datum: Datum,
): [number, number] {
  const moved = fromCgcs2000({ longitude, latitude }, datum)
  return [moved.longitude, moved.latitude]
}

function boundsOf({ boundaries }: MapGround): [number, number, number, number] {
  const points = boundaries.flatMap(({ rings }) => rings.flat())
  const [x, y] = [points.map(([each]) => each), points.map(([, each]) => each)]
  return points.length === 0
    ? [73, 18, 135, 54]
    : [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)]
}

function middleOf(ring: MapGround['boundaries'][number]['rings'][number], datum: Datum): [number, number] {
  const sum = (index: 0 | 1) =>
    ring.reduce((total, point) => total + point[index], 0) / Math.max(1, ring.length)
  return shown({ longitude: sum(0), latitude: sum(1) }, datum)
}

const colourOf = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

function styleOf({ boundaries, tiles }: MapGround): StyleSpecification {
  const datum = tiles?.datum ?? 'CGCS2000'
  return {
    version: 8,
    sources: {
      ...(tiles && {
        tiles: { type: 'raster', tiles: [tiles.url], tileSize: 256, attribution: tiles.attribution },
      }),
      boundaries: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: boundaries.map(({ name, rings }) => ({
            type: 'Feature',
            properties: { name },
            geometry: {
              type: 'MultiPolygon',
              coordinates: rings.map((ring) => [
                ring.map(([longitude, latitude]) => shown({ longitude, latitude }, datum)),
              ]),
            },
          })),
        },
      },
      entries: {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: [] },
        cluster: true,
        clusterRadius: 30,
      },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colourOf('--ground') } },
      ...(tiles ? [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }] : []),
      {
        id: 'areas',
        type: 'fill',
        source: 'boundaries',
        paint: { 'fill-color': colourOf('--paper'), 'fill-opacity': tiles ? 0 : 1 },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'boundaries',
        paint: { 'line-color': colourOf('--control-line'), 'line-width': 1 },
      },
      {
        id: 'points',
        type: 'circle',
        source: 'entries',
        paint: {
          'circle-radius': ['case', ['has', 'point_count'], 12, ['get', 'chosen'], 9, 6],
          'circle-color': [
            'match',
            ['get', 'state'],
            'rejected',
            colourOf('--failure'),
            'waiting',
            colourOf('--paper'),
            colourOf('--accent'),
          ],
          'circle-stroke-color': colourOf('--accent'),
          'circle-stroke-width': 2,
        },
      },
    ],
  }
}
