/** A file that is read in pieces: an upload of any size never stands in memory. */
export type ByteSource = {
  readonly size: number
  /** The bytes from `offset` on, `length` of them or as many as there are. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
}

const pieceLength = 64 * 1024

/** All bytes of a stretch, piece by piece. */
export async function* piecesOf(
  source: ByteSource,
  start = 0,
  end = source.size,
  length = pieceLength,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const piece = await source.read(at, Math.min(length, end - at))
    if (piece.length === 0) return
    yield piece
    at += piece.length
  }
}
