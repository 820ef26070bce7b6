/** Where the original bytes of evidence lie, each under its SHA-256; the database knows the digests. */
import type { Readable } from 'node:stream'

export type EvidenceStore = {
  /**
   * Keeps the file at `path` and takes it away from there; keeping the same bytes twice is harmless. Throws Problem
   * 'evidence.store-unavailable'.
   */
  readonly keep: (key: EvidenceKey, path: string, mediaType: string) => Promise<void>
  /** Undefined where it is not to be had. */
  readonly open: (key: EvidenceKey) => Promise<Readable | undefined>
  /** A directory on this machine for files that are coming in. */
  readonly incoming: string
}

/** Tenants do not share files: who deletes one's must not touch the other's. */
export type EvidenceKey = { readonly tenantId: string; readonly sha256: string }

/** As a path of either store: in 256 folders, so that none grows large. */
export function storedPath({ tenantId, sha256 }: EvidenceKey): string {
  return `${tenantId}/${sha256.slice(0, 2)}/${sha256}`
}
