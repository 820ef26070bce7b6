/** Work that tells how far it is, as the lines it tells and, last, its result. */
export async function* toldLines<Line>(
  work: (tell: (line: Line) => void) => Promise<Line>,
): AsyncGenerator<Line> {
  const told: Line[] = []
  let wake: () => void = () => undefined
  let isOver = false
  const working = work((line) => {
    told.push(line)
    wake()
  }).finally(() => {
    isOver = true
    wake()
  })
  // It is awaited below; until then a failure must not count as unheard.
  working.catch(() => undefined)
  while (!isOver || told.length > 0) {
    const line = told.shift()
    if (line !== undefined) yield line
    else await new Promise<void>((resolve) => (wake = resolve))
  }
  yield await working
}
