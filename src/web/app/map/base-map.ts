/** A map with nothing on it yet: paper, tiles where there are some, hairlines of the districts and their names. */
import 'maplibre-gl/dist/maplibre-gl.css'
import {
  Map as MapLibre,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { MapBase } from '../../../contract/map.ts'
import { fromCgcs2000, toCgcs2000, type Datum, type Position } from '../../../domain/coordinates.ts'

// A file of this site: the content security policy lets no worker be made from anything else.
setWorkerUrl(workerUrl)

export type MapWords = Readonly<Record<'title' | 'zoomIn' | 'zoomOut', string>>

type LngLat = [longitude: number, latitude: number]

/** The datum that everything is drawn in: that of the tiles, which cannot be moved. */
export function shownDatum({ tiles }: MapBase): Datum {
  return tiles.urls.length > 0 ? tiles.datum : 'CGCS2000'
}

export function shownAt(base: MapBase, kept: Position): LngLat {
  const { longitude, latitude } = fromCgcs2000(kept, shownDatum(base))
  return [longitude, latitude]
}

/** The caller removes it. */
export function openMap(container: HTMLElement, base: MapBase, words: MapWords): MapLibre {
  const districts = districtsOf(base)
  const map = new MapLibre({
    container,
    style: styleOf(base, districts),
    ...(districts.length > 0 ? { bounds: boundsOf(districts), fitBoundsOptions: { padding: 24 } } : china),
    minZoom: 3,
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    // A page that is scrolled past is not zoomed by accident.
    cooperativeGestures: false,
    locale: {
      'Map.Title': words.title,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
  for (const { name, rings } of districts) {
    const element = document.createElement('span')
    element.className = 'map-district'
    element.lang = 'zh-CN'
    element.textContent = name
    new Marker({ element }).setLngLat(middleOf(rings)).addTo(map)
  }
  return map
}

const china = { center: [105, 35] as LngLat, zoom: 3 }

type District = { readonly name: string; readonly rings: LngLat[][] }

function districtsOf(base: MapBase): District[] {
  const { datum, features } = base.boundaries
  const convert = ([longitude = 0, latitude = 0]: readonly number[]) =>
    shownAt(base, toCgcs2000({ longitude, latitude }, datum))
  return features.map(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return { name: properties.name, rings: polygons.flat().map((ring) => ring.map(convert)) }
  })
}

function styleOf({ tiles }: MapBase, districts: readonly District[]): StyleSpecification {
  const colour = colours()
  return {
    version: 8,
    sources: {
      districts: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: districts.map(({ rings }) => ({
            type: 'Feature',
            properties: {},
            geometry: { type: 'MultiLineString', coordinates: rings },
          })),
        },
      },
      ...Object.fromEntries(
        tiles.urls.map((url, layer) => [
          `tiles-${layer}`,
          { type: 'raster' as const, tiles: [url], tileSize: 256, maxzoom: 18 },
        ]),
      ),
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': colour.ground } },
      ...tiles.urls.map((_, layer) => ({
        id: `tiles-${layer}`,
        type: 'raster' as const,
        source: `tiles-${layer}`,
      })),
      {
        id: 'districts',
        type: 'line',
        source: 'districts',
        paint: { 'line-color': colour.border, 'line-width': 1 },
      },
    ],
  }
}

/** The app's own colours, for a picture that style sheets do not reach. */
export function colours() {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    ground: of('--ground'),
    paper: of('--paper'),
    border: of('--control-line'),
    accent: of('--accent'),
  }
}

function boundsOf(districts: readonly District[]): [LngLat, LngLat] {
  const points = districts.flatMap(({ rings }) => rings.flat())
  const longitudes = points.map(([longitude]) => longitude)
  const latitudes = points.map(([, latitude]) => latitude)
  return [
    [Math.min(...longitudes), Math.min(...latitudes)],
    [Math.max(...longitudes), Math.max(...latitudes)],
  ]
}

/** The centre of gravity of the largest ring: where a name looks right. */
function middleOf(rings: readonly LngLat[][]): LngLat {
  const [largest = []] = rings.toSorted((a, b) => b.length - a.length)
  let [area, x, y] = [0, 0, 0]
  for (const [index, [fromX, fromY]] of largest.entries()) {
    const [toX, toY] = largest[(index + 1) % largest.length] ?? [fromX, fromY]
    const cross = fromX * toY - toX * fromY
    area += cross
    x += (fromX + toX) * cross
    y += (fromY + toY) * cross
  }
  return [x / (3 * area), y / (3 * area)]
}
