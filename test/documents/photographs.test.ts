import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashDistance } from '../../src/domain/evidence/perceptual-hash.ts'
import { suspicionThresholds } from '../../src/domain/evidence/suspicion.ts'
import { readPicture } from '../../src/external/read-picture.ts'
import { photographVariants, strongVariants, varied } from '../support/photograph-variants.ts'
import { sampleLandscape } from '../support/sample-landscape.ts'
import { samplePhotograph } from '../support/sample-photograph.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

const near = suspicionThresholds.nearPhotographBits
const directory = makeTemporaryDirectory('photographs')
afterAll(() => rm(directory, { recursive: true, force: true }))

const pictures = 40
const originals: Buffer[] = []
const hashes: string[] = []
beforeAll(async () => {
  for (let seed = 1; seed <= pictures / 2; seed++)
    originals.push(await samplePhotograph(seed), await sampleLandscape(seed))
  for (const bytes of originals) hashes.push((await hashOf(bytes)) ?? '')
})

/** Each in a file of its own: the decoder remembers what it read under a name. */
async function hashOf(bytes: Buffer): Promise<string | null> {
  const path = join(directory, randomUUID())
  await writeFile(path, bytes)
  const { perceptualHash } = await readPicture(path)
  await rm(path)
  return perceptualHash
}

async function distancesAfter(change: (typeof photographVariants)[string]): Promise<number[]> {
  const distances: number[] = []
  for (const [index, bytes] of originals.entries())
    distances.push(hashDistance(hashes[index] ?? '', (await hashOf(await varied(bytes, change))) ?? ''))
  return distances
}

const within = (distances: readonly number[]) => distances.filter((bits) => bits <= near).length

describe(`photographs that differ in at most ${near} of 64 bits are nearly the same`, () => {
  it('none of different scenes are', () => {
    const distances = hashes.flatMap((hash, i) =>
      hashes.slice(0, i).map((other) => hashDistance(hash, other)),
    )
    // 40 × 39 / 2 pairs.
    expect(distances).toHaveLength(780)
    expect(Math.min(...distances)).toBeGreaterThan(near)
  })

  it.each(Object.entries(photographVariants))('most are that were %s', async (_, change) => {
    const distances = await distancesAfter(change)
    expect(within(distances), distances.join(' ')).toBeGreaterThanOrEqual(0.8 * pictures)
  })

  it.each([
    'compressed again at 30',
    'saved as WebP',
    'made half as wide',
    'made a quarter as wide',
    'a third darker',
    'without its colours',
  ])('all are that were %s', async (name) => {
    const change = photographVariants[name]
    if (!change) throw new Error(`no variant ${name}`)
    expect(Math.max(...(await distancesAfter(change)))).toBeLessThanOrEqual(4)
  })

  it.each(Object.entries(strongVariants))('hardly any are that were %s', async (_, change) => {
    expect(within(await distancesAfter(change))).toBeLessThanOrEqual(0.1 * pictures)
  })

  it('one of a single colour is like no other', async () => {
    const white = sharp({ create: { width: 64, height: 64, channels: 3, background: '#ffffff' } })
    expect(await hashOf(await white.jpeg().toBuffer())).toBeNull()
  })
})
