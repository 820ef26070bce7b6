/** The sample's task texts against their hand-made reading: every promise, nothing besides, by name where they differ. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractIndicators } from '../../src/import/extract/extract-indicators.ts'

type Promised = {
  readonly kind: string
  readonly action: string
  readonly object: string
  readonly comparator: string | null
  readonly value: number | null
  readonly valueMax: number | null
  readonly unit: string | null
  readonly span: string
}
type Task = { readonly no: string; readonly text: string; readonly indicators: readonly Promised[] }

const path = new URL('changzhou-2023.json', import.meta.url)
const programme = JSON.parse(readFileSync(path, 'utf8')) as { projects: { tasks: Task[] }[] }
const tasks = programme.projects.flatMap((project) => project.tasks)

function read(text: string): Promised[] {
  return extractIndicators(text, 2023).indicators.map((indicator) => ({
    kind: indicator.kind,
    action: indicator.action,
    object: indicator.object,
    comparator: indicator.comparator,
    value: indicator.value === null ? null : Number(indicator.value),
    valueMax: indicator.valueMax === null ? null : Number(indicator.valueMax),
    unit: indicator.unit,
    span: text.slice(indicator.start, indicator.end),
  }))
}

function withoutWords(promises: readonly Promised[]): unknown[] {
  return promises.map(({ action: _action, object: _object, ...target }) => target)
}

describe('the sample', () => {
  it('has 110 promises in 32 tasks', () => {
    expect(tasks).toHaveLength(32)
    expect(tasks.flatMap((task) => task.indicators)).toHaveLength(110)
  })

  it.each(tasks)('task $no: kind, figure, unit and span of each promise', ({ text, indicators }) => {
    expect(withoutWords(read(text))).toEqual(withoutWords(indicators))
  })

  it('names what is done and what it is done to as a person would', () => {
    const differing = tasks.flatMap(({ text, indicators }) => {
      const readings = read(text)
      return indicators
        .filter((promise, index) => {
          const reading = readings[index]
          return reading?.action !== promise.action || reading.object !== promise.object
        })
        .map((promise) => promise.span)
    })
    expect(differing).toEqual([])
  })
})
