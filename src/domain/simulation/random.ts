/**
 * Chance that can be repeated: xoshiro128** (Blackman & Vigna, “Scrambled Linear Pseudorandom Number Generators”, ACM
 * TOMS 47, 2021), seeded by splitmix32 from a hash of words. A stream named after what it is for does not change when
 * something else is added or put in another order.
 */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  readonly between: (low: number, high: number) => number
  readonly normal: (mean: number, deviation: number) => number
  readonly chance: (probability: number) => boolean
  /** One of the keys, each as likely as its weight. */
  readonly pick: <Key extends string>(weights: Readonly<Record<Key, number>>) => Key
}

export function randomOf(...name: readonly (string | number)[]): Random {
  const draw = xoshiro(hash(name.join('\u0000')))
  const next = () => draw() / 2 ** 32
  function normal(mean: number, deviation: number): number {
    // Box–Muller; 1 − u keeps the logarithm finite.
    return mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  }
  function pick<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const entries = Object.entries<number>(weights) as [Key, number][]
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) {
      left -= weight
      if (left < 0) return key
    }
    const last = entries.at(-1)
    if (last === undefined) throw new RangeError('there is nothing to pick from')
    return last[0]
  }
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal,
    chance: (probability) => next() < probability,
    pick,
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Whole numbers of 32 bits. */
function xoshiro(seed: number): () => number {
  let mixed = seed
  function splitmix(): number {
    mixed = (mixed + 0x9e3779b9) | 0
    let value = mixed ^ (mixed >>> 16)
    value = Math.imul(value, 0x21f0aaad)
    value ^= value >>> 15
    value = Math.imul(value, 0x735a2d97)
    return (value ^ (value >>> 15)) >>> 0
  }
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), splitmix()]
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}
