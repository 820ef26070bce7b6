/** Results in progress tables, matched to the promises they are results of. */
import type { DraftIndicator, DraftReport, DraftTask } from '../../domain/programme/draft.ts'
import { bigramsOf, diceOf } from '../../domain/values/similarity.ts'
import { type ExtractedIndicator, extractIndicators } from '../extract/extract-indicators.ts'

/** Two objects are one when one holds the other, or when they share most of their characters. */
const sameObject = 0.6

/** What results say besides: 目前已建成10个, 完工5个. */
const said = /^(?:目前|现|累计|共|均|已|实际|全部)*(?:(?:完工|竣工|完成|建成|投用|投入使用|交付使用)$)?/
/** Work that is under way is no result of a promise to finish. */
const notDone = /开工|正在|在建|施工|启动|进场|预计|计划|未|拟/

/** Reports with the figures that clearly belong to one promise of the task. `year` is the programme's. */
export function withValues(
  task: Pick<DraftTask, 'indicators' | 'reported'>,
  year: number | null,
): readonly DraftReport[] {
  return task.reported.map((report) => ({
    ...report,
    values: valuesOf(extractIndicators(report.text, year).indicators, task.indicators),
  }))
}

/** A figure goes to the promise of its unit and object; where two figures could go to one promise, none does. */
function valuesOf(
  results: readonly ExtractedIndicator[],
  promises: readonly DraftIndicator[],
): DraftReport['values'] {
  const counted = promises.filter(({ value }) => value !== null)
  return counted.flatMap((promise) => {
    const own = results.filter((result) => belongs(result, promise, counted))
    const values = new Set(own.map(({ value }) => value))
    const [value] = values
    return value === undefined || value === null || values.size > 1 ? [] : [{ indicator: promise.key, value }]
  })
}

function belongs(
  result: ExtractedIndicator,
  promise: DraftIndicator,
  promises: readonly DraftIndicator[],
): boolean {
  if (result.value === null || result.unit !== promise.unit || result.kind !== promise.kind) return false
  if (notDone.test(result.action + result.object)) return false
  const object = result.object.replace(said, '')
  const likeness = (other: DraftIndicator): number => likenessOf(object, other.object)
  const own = likeness(promise)
  const rivals = promises.filter((other) => other !== promise && other.unit === promise.unit)
  if (own >= sameObject) return rivals.every((other) => likeness(other) < own)
  return rivals.length === 0 && object === ''
}

function likenessOf(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 1
  return a.includes(b) || b.includes(a) ? 0.9 : diceOf(bigramsOf(a), bigramsOf(b))
}
