/** Digests of original bytes, in both suites (GB/T 32905 SM3 beside SHA-256). */
import { createHash } from 'node:crypto'

export function sha256(bytes: Uint8Array | string): Buffer {
  return createHash('sha256').update(bytes).digest()
}

export function sm3(bytes: Uint8Array): Buffer {
  return createHash('sm3').update(bytes).digest()
}
