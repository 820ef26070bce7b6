import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greySide, hashDistance, isTelling, perceptualHash } from './perceptual-hash.ts'

const picture = (brightness: (x: number, y: number) => number) =>
  Array.from({ length: greySide ** 2 }, (_, index) =>
    brightness(index % greySide, Math.floor(index / greySide)),
  )
const brightnesses = fc.array(fc.nat(255), { minLength: greySide ** 2, maxLength: greySide ** 2 })

describe('the hash of a picture', () => {
  it('is 64 bits, as the database keeps them', () => {
    expect(perceptualHash(picture((x, y) => (x * 7 + y * 13) % 256))).toMatch(/^[01]{64}$/)
  })

  it('says nothing of how bright the whole is', () => {
    // The first frequency is the brightness: its bit is never set.
    fc.assert(
      fc.property(brightnesses, (grey) => {
        expect(perceptualHash(grey).charAt(0)).toBe('0')
      }),
    )
  })

  it('is half zeros and half ones: 63 values above or below their median', () => {
    // 31 of 63 lie above the median where no two are alike.
    const grey = picture((x, y) => (x * x * 3 + y * 17 + x * y) % 251)
    expect(perceptualHash(grey).replaceAll('0', '')).toHaveLength(31)
  })

  it('stays where everything is made brighter by the same', () => {
    const grey = picture((x, y) => (x * 5 + y * 11) % 200)
    expect(hashDistance(perceptualHash(grey), perceptualHash(grey.map((value) => value + 50)))).toBe(0)
  })

  it('differs where a picture is mirrored', () => {
    const grey = picture((x, y) => x * 8 - y * 3)
    const mirrored = picture((x, y) => (greySide - 1 - x) * 8 - y * 3)
    expect(hashDistance(perceptualHash(grey), perceptualHash(mirrored))).toBeGreaterThan(10)
  })

  it.each([0, 1, 1023, 1025])('refuses %i brightnesses', (length) => {
    expect(() => perceptualHash(Array.from({ length }, () => 0))).toThrow(RangeError)
  })
})

it.each([
  ['0000', '0000', 0],
  ['0101', '0101', 0],
  ['0101', '0111', 1],
  ['0000', '1111', 4],
])('%s and %s differ in %3$i bits', (a, b, bits) => {
  expect(hashDistance(a, b)).toBe(bits)
})

it.each([
  ['one colour', picture(() => 128), false],
  // A deviation of 1 around 128.
  ['hardly more than one colour', picture((x) => 127 + (x % 2) * 2), false],
  // Half 100, half 120: a deviation of 10.
  ['two shades', picture((x) => (x < greySide / 2 ? 100 : 120)), true],
])('%s: told from others is %3$s', (_, grey, telling) => {
  expect(isTelling(grey)).toBe(telling)
})
