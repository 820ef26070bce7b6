/** Server-sent events (HTML Standard, section 9.2) over one answer that stays open. */
import type { FastifyReply } from 'fastify'

export type EventStream = { readonly send: (event: string) => void; readonly end: () => void }

/** Proxies cut connections that are silent for longer. */
const beat = 20_000
const retryAfter = 3000

export function openEventStream(
  reply: FastifyReply,
  { onBeat, onEnd }: { readonly onBeat: () => void; readonly onEnd: () => void },
): EventStream {
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value)
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy that gathers answers would hold the events back.
    'x-accel-buffering': 'no',
  })
  raw.write(`retry: ${retryAfter}\n\n`)
  const beating = setInterval(() => {
    raw.write(':\n\n')
    onBeat()
  }, beat)
  let ended = false
  function end(): void {
    if (ended) return
    ended = true
    clearInterval(beating)
    raw.end()
    onEnd()
  }
  raw.on('close', end)
  raw.on('error', end)
  return { send: (event) => ended || raw.write(`event: ${event}\ndata:\n\n`), end }
}
