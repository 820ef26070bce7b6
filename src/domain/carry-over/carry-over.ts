/**
 * What of a year goes on in the next (glossary: 结转): the promises that are not kept, or that were promised beyond the
 * year, as the table the next year's programme starts from. Of figures what is left may be carried instead of the whole.
 */
import { Big } from 'big.js'
import { decimal, subtract, type Decimal } from '../values/decimal.ts'
import type { IndicatorId } from '../values/ids.ts'
import type { PlainDate } from '../values/plain-date.ts'
import type { Quantity } from '../values/quantity.ts'
import type { Indicator, Programme, Task } from '../programme/programme.ts'
import type { Target } from '../programme/target.ts'

/** The rest of a target, null where the whole goes on. */
export type Carried = { readonly indicatorId: IndicatorId; readonly rest: Decimal | null }

/** What is left of a figure that was begun and is not reached; null where there is no such thing. */
export function restOf({ kind, comparator, value }: Target, figure: Quantity | null): Decimal | null {
  const reachable = comparator === 'eq' || comparator === 'gte' || comparator === 'approx'
  if (kind !== 'quantity' || value === null || figure === null || !reachable) return null
  const rest = new Big(value).minus(figure.value)
  return rest.lte(0) || new Big(figure.value).lte(0) ? null : subtract(value, figure.value)
}

/** Whether it was promised beyond its own year. */
export function isCrossYear({ deadline }: Pick<Target, 'deadline'>, year: number): boolean {
  return deadline !== null && Number(deadline.slice(0, 4)) > year
}

export type CarriedTable = {
  readonly title: string
  readonly year: number
  readonly projects: readonly {
    readonly no: number
    readonly name: string
    readonly tasks: readonly CarriedTask[]
  }[]
}

type CarriedTask = {
  readonly no: string
  readonly text: string
  readonly leaders: readonly string[]
  readonly leadUnits: readonly string[]
  readonly cooperatingUnits: readonly string[]
  readonly deadline: PlainDate | null
}

/** The table of the next year: projects and tasks of which something goes on, numbered from 1. */
export function carriedTable(programme: Programme, carried: readonly Carried[]): CarriedTable {
  const rests = new Map(carried.map(({ indicatorId, rest }) => [indicatorId, rest]))
  const kept = programme.projects.flatMap((project) => {
    const tasks = project.tasks.filter(({ indicators }) => indicators.some(({ id }) => rests.has(id)))
    return tasks.length === 0 ? [] : [{ ...project, tasks }]
  })
  const year = programme.year + 1
  return {
    title: titleOf(programme, year),
    year,
    projects: kept.map(({ name, tasks }, index) => ({
      no: index + 1,
      name,
      tasks: tasks.map((task, place) =>
        carriedTask(task, `${index + 1}.${place + 1}`, rests, programme.year),
      ),
    })),
  }
}

function titleOf({ title, year }: Programme, next: number): string {
  const renamed = title.replaceAll(String(year), String(next))
  return renamed === title ? `${next}年度${title}` : renamed
}

function carriedTask(
  task: Task,
  no: string,
  rests: ReadonlyMap<IndicatorId, Decimal | null>,
  year: number,
): CarriedTask {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
  return {
    no,
    text: carriedText(task, rests),
    leaders: names(task.leaders),
    leadUnits: names(task.leadUnits),
    cooperatingUnits: names(task.cooperatingUnits),
    deadline: task.deadline !== null && isCrossYear(task, year) ? task.deadline : null,
  }
}

/** The task's own text where all of it goes on; otherwise the promises that do, one after the other. */
function carriedText({ text, indicators }: Task, rests: ReadonlyMap<IndicatorId, Decimal | null>): string {
  const going = indicators.filter(({ id }) => rests.has(id)).toSorted((a, b) => a.start - b.start)
  const worded = going.map((promise) => ({
    promise,
    words: withRest(text.slice(promise.start, promise.end), promise, rests.get(promise.id) ?? null),
  }))
  const apart = going.every((promise, index) => index === 0 || promise.start >= (going[index - 1]?.end ?? 0))
  if (going.length < indicators.length || !apart) return `${worded.map(({ words }) => words).join('、')}。`
  return worded.reduceRight(
    (whole, { promise, words }) => whole.slice(0, promise.start) + words + whole.slice(promise.end),
    text,
  )
}

const multipliers: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/** The promise with what is left in place of its figure; as it was where the figure does not stand in it exactly once. */
function withRest(words: string, { value }: Indicator, rest: Decimal | null): string {
  if (rest === null || value === null) return words
  const places = Array.from(words.matchAll(/(\d[\d,，]*(?:\.\d+)?)([百千万亿])?/g)).filter(
    ([, digits = '', unit = '']) =>
      decimal(new Big(digits.replaceAll(/[,，]/g, '')).times(multipliers[unit] ?? 1)) === value,
  )
  const [place, another] = places
  if (!place || another) return words
  return words.slice(0, place.index) + rest + words.slice(place.index + place[0].length)
}
