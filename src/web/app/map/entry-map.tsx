import { Popup, type GeoJSONSource, type Map as MapLibre } from 'maplibre-gl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { MapBase, MappedEntry } from '../../../contract/map.ts'
import { colours, openMap, shownAt, type MapWords } from './base-map.ts'

export type EntryMapProps = {
  readonly base: MapBase
  readonly entries: readonly MappedEntry[]
  readonly words: MapWords
  /** The entry whose popup is open. */
  readonly chosen: MappedEntry | undefined
  readonly choose: (id: string | undefined) => void
  /** What the popup says. */
  readonly children: ReactNode
}

/** Entries as points: full where accepted, hollow where waiting, and gathered where they lie close. */
export function EntryMap({ base, entries, words, chosen, choose, children }: EntryMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre>()
  const [popup] = useState(() => document.createElement('div'))

  useEffect(() => {
    if (!box.current) return undefined
    const opened = openMap(box.current, base, words)
    void opened.on('load', () => {
      addEntries(opened)
      setMap(opened)
    })
    return () => {
      setMap(undefined)
      opened.remove()
    }
  }, [base, words])

  useEffect(() => {
    void map?.getSource<GeoJSONSource>('entries')?.setData({
      type: 'FeatureCollection',
      features: entries.map(({ id, state, longitude, latitude }) => ({
        type: 'Feature',
        properties: { id, state },
        geometry: { type: 'Point', coordinates: shownAt(base, degreesOf({ longitude, latitude })) },
      })),
    })
  }, [map, base, entries])

  useEffect(() => {
    if (!map) return undefined
    const onPoint = map.on('click', 'points', ({ features }) => {
      const id: unknown = features?.[0]?.properties['id']
      if (typeof id === 'string') choose(id)
    })
    return () => onPoint.unsubscribe()
  }, [map, choose])

  useEffect(() => {
    if (!map || !chosen) return undefined
    const at = shownAt(base, degreesOf(chosen))
    const shown = new Popup({ closeButton: false, focusAfterOpen: false, maxWidth: '280px', offset: 10 })
      .setLngLat(at)
      .setDOMContent(popup)
      .addTo(map)
    if (!isDrawn(map, chosen.id)) map.jumpTo({ center: at, zoom: Math.max(map.getZoom(), near) })
    const onClose = shown.on('close', () => choose(undefined))
    return () => {
      onClose.unsubscribe()
      shown.remove()
    }
  }, [map, base, chosen, choose, popup])

  return (
    <>
      <div ref={box} className="map-box" data-ready={map !== undefined} />
      {chosen && createPortal(children, popup)}
    </>
  )
}

/** Close enough to tell one street from the next. */
const near = 13

/** Whether it is to be seen as a point of its own. */
function isDrawn(map: MapLibre, id: string): boolean {
  return map.queryRenderedFeatures({ layers: ['points'], filter: ['==', ['get', 'id'], id] }).length > 0
}

function degreesOf({ longitude, latitude }: Pick<MappedEntry, 'longitude' | 'latitude'>) {
  return { longitude: Number(longitude), latitude: Number(latitude) }
}

function addEntries(map: MapLibre): void {
  const { accent, paper } = colours()
  map.addSource('entries', {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
    cluster: true,
    clusterRadius: 36,
    clusterMaxZoom: 15,
  })
  map.addLayer({
    id: 'clusters',
    type: 'circle',
    source: 'entries',
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': accent,
      'circle-radius': ['step', ['get', 'point_count'], 12, 10, 15, 100, 19, 1000, 24],
      'circle-stroke-color': paper,
      'circle-stroke-width': 2,
    },
  })
  map.addLayer({
    id: 'counts',
    type: 'symbol',
    source: 'entries',
    filter: ['has', 'point_count'],
    layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-size': 12, 'text-allow-overlap': true },
    paint: { 'text-color': paper },
  })
  map.addLayer({
    id: 'points',
    type: 'circle',
    source: 'entries',
    filter: ['!', ['has', 'point_count']],
    paint: {
      'circle-color': ['match', ['get', 'state'], 'accepted', accent, paper],
      'circle-radius': 6,
      'circle-stroke-color': ['match', ['get', 'state'], 'accepted', paper, accent],
      'circle-stroke-width': 2,
    },
  })
  map.on('click', 'clusters', ({ features, lngLat }) => {
    const cluster: unknown = features?.[0]?.properties['cluster_id']
    if (typeof cluster !== 'number') return
    void map
      .getSource<GeoJSONSource>('entries')
      ?.getClusterExpansionZoom(cluster)
      .then((zoom) => map.easeTo({ center: lngLat, zoom }))
  })
  for (const layer of ['clusters', 'points']) {
    map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'))
    map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''))
  }
}
