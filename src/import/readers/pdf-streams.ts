/**
 * Looks through a PDF's packed streams before pdf.js unpacks them: it unpacks whole, and a file of some kilobytes could
 * fill the memory. A stream is packed when it begins as zlib's do, whatever its dictionary says.
 */
import { inflateSync } from 'node:zlib'
import { Problem } from '../../domain/problems/problem.ts'
import { maxInflatedMegabytes } from './zip-package.ts'

/** Text and drawing pack 3 to 15 times. What a stream unpacks to beyond this counts towards the limit. */
const usualRatio = 20
/** A stream may be packed twice; nobody packs more often. */
const maxDepth = 3
const megabyte = 1024 * 1024
const keyword = 'stream'

/** Throws Problem document.expands-too-far. Streams of encrypted files look like noise and pass. */
export function checkStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let budget = maxInflatedMegabytes * megabyte
  for (let at = file.indexOf(keyword); at !== -1; at = file.indexOf(keyword, at + 1)) {
    const start = at + keyword.length + (file[at + keyword.length] === 0x0d ? 2 : 1)
    if (isPacked(file, start)) budget -= excessOf(file.subarray(start, endOf(file, start)), budget, 1)
  }
}

/** A zlib header: method 8, and a multiple of 31 (RFC 1950, §2.2). */
function isPacked(file: Buffer, at: number): boolean {
  const [method = 0, flags = 0] = [file[at], file[at + 1]]
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0
}

function endOf(file: Buffer, start: number): number {
  const end = file.indexOf('endstream', start)
  return end === -1 ? file.length : end
}

function excessOf(packed: Buffer, budget: number, depth: number): number {
  const usual = packed.length * usualRatio
  const unpacked = inflateUpTo(packed, usual + budget)
  if (unpacked === undefined) return 0
  const excess = Math.max(0, unpacked.length - usual)
  if (depth === maxDepth || !isPacked(unpacked, 0)) return excess
  return excess + excessOf(unpacked, budget - excess, depth + 1)
}

/** Undefined for what only looked packed or is damaged: pdf.js then stops there as well. */
function inflateUpTo(packed: Buffer, limit: number): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, Math.floor(limit)) })
  } catch (error) {
    if (!(error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'))
      return undefined
    throw new Problem('document.expands-too-far', { limitMegabytes: maxInflatedMegabytes }, { cause: error })
  }
}
