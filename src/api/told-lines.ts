/** Work that tells how far it is, as the lines it tells and, last, its result. */
export async function* toldLines<Line>(
  work: (tell: (line: Line) => void) => Promise<Line>,
): AsyncGenerator<Line> {
  const told: Line[] = []
  let wake: () => void = () => undefined
  const working = work((line) => {
    told.push(line)
    wake()
  })
  const over = Symbol('over')
  const ended = working.then(
    () => over,
    () => over,
  )
  for (;;) {
    const line = told.shift()
    if (line !== undefined) {
      yield line
      continue
    }
    const heard = new Promise<void>((resolve) => (wake = resolve))
    if ((await Promise.race([heard, ended])) === over && told.length === 0) break
  }
  yield await working
}
