import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInside, type Area } from './areas.ts'
import { datums, distanceInMetres, fromCgcs2000, toCgcs2000, type Position } from './coordinates.ts'

const at = (longitude: number, latitude: number): Position => ({ longitude, latitude })
const within = (west: number, east: number, south: number, north: number) =>
  fc.record({
    longitude: fc.double({ min: west, max: east, noNaN: true }),
    latitude: fc.double({ min: south, max: north, noNaN: true }),
  })
const inChina = within(73.5, 135, 18, 53.5)

describe('a position', () => {
  // The pairs that every public implementation of these formulas gives for 116.404, 39.915.
  it.each([
    ['GCJ-02', at(116.404, 39.915), at(116.410_244_499_169_38, 39.916_404_281_501_64)],
    // From GCJ-02 to BD-09: the same point taken as GCJ-02 is what GCJ-02 back gives.
    ['BD-09', toCgcs2000(at(116.404, 39.915), 'GCJ-02'), at(116.410_369_493_710_29, 39.921_336_993_510_21)],
    ['CGCS2000', at(116.404, 39.915), at(116.404, 39.915)],
    ['WGS-84', at(119.97, 31.81), at(119.97, 31.81)],
  ] as const)('is shown in %s', (datum, kept, shown) => {
    const found = fromCgcs2000(kept, datum)
    expect(found.longitude).toBeCloseTo(shown.longitude, 9)
    expect(found.latitude).toBeCloseTo(shown.latitude, 9)
  })

  it('comes back from every datum to within a ten-millionth of a degree', () => {
    fc.assert(
      fc.property(inChina, fc.constantFrom(...datums), (position, datum) => {
        const back = toCgcs2000(fromCgcs2000(position, datum), datum)
        expect(Math.abs(back.longitude - position.longitude)).toBeLessThan(1e-7)
        expect(Math.abs(back.latitude - position.latitude)).toBeLessThan(1e-7)
      }),
    )
  })

  // Of three million places drawn at random the least moved by 17.5 m (96.60, 37.14), the farthest by 713 m (131.40, 53.49).
  it('moves by 10 to 750 metres in China', () => {
    fc.assert(
      fc.property(inChina, (position) => {
        const moved = distanceInMetres(position, fromCgcs2000(position, 'GCJ-02'))
        expect(moved).toBeGreaterThan(10)
        expect(moved).toBeLessThan(750)
      }),
    )
  })

  it('moves by 400 to 600 metres in Changzhou, to the east and south', () => {
    fc.assert(
      fc.property(within(119.1, 120.2, 31.1, 32.1), (position) => {
        const shown = fromCgcs2000(position, 'GCJ-02')
        const moved = distanceInMetres(position, shown)
        expect(moved).toBeGreaterThan(400)
        expect(moved).toBeLessThan(600)
        expect(shown.longitude).toBeGreaterThan(position.longitude)
        expect(shown.latitude).toBeLessThan(position.latitude)
      }),
    )
  })

  it('does not move outside China', () => {
    fc.assert(
      fc.property(within(-180, 72, -85, 85), (position) => {
        expect(fromCgcs2000(position, 'GCJ-02')).toEqual(position)
        expect(toCgcs2000(position, 'GCJ-02')).toEqual(position)
      }),
    )
  })
})

describe('the distance', () => {
  it.each([
    ['to itself', at(119.97, 31.81), at(119.97, 31.81), 0],
    ['of a degree of latitude', at(120, 31), at(120, 32), 111_195.08], // 6,371,008.8 × π ÷ 180
    ['of a degree of longitude at 60° N', at(120, 60), at(121, 60), 55_595.42], // about half of it: × cos 60°
    ['to the other side', at(0, 0), at(180, 0), 20_015_114.35], // 6,371,008.8 × π
  ])('%s', (_, from, to, metres) => {
    expect(Math.abs(distanceInMetres(from, to) - metres)).toBeLessThan(2)
  })

  it('is the same there and back', () => {
    fc.assert(
      fc.property(inChina, inChina, (from, to) => {
        expect(distanceInMetres(from, to)).toBeCloseTo(distanceInMetres(to, from), 6)
      }),
    )
  })
})

describe('an area', () => {
  const square = (west: number, south: number, size: number) => [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  /** A square of 4 with a hole of 2 in its middle, and a small one beside it. */
  const area: Area = [[square(0, 0, 4), square(1, 1, 2)], [square(10, 0, 1)]]

  it.each([
    ['in the ring', at(0.5, 2), true],
    ['in the hole', at(2, 2), false],
    ['in the second part', at(10.5, 0.5), true],
    ['between the parts', at(7, 0.5), false],
    ['outside to the west', at(-1, 2), false],
    ['north of it all', at(2, 5), false],
    ['level with a corner', at(-1, 4), false],
  ])('%s', (_, position, expected) => {
    expect(isInside(position, area)).toBe(expected)
  })
})
