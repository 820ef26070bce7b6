/** What a page calls a promise it names: the number of its task and its own words. */
import type { ProgrammeHistory } from '../../domain/light/history.ts'
import type { IndicatorId } from '../../domain/values/ids.ts'

export type PromiseName = { readonly id: IndicatorId; readonly no: string; readonly sentence: string }
export type NameOf = (indicatorId: string) => PromiseName | undefined

/** Undefined for a promise that was withdrawn. */
export function promiseNames({ indicators, tasks }: ProgrammeHistory): NameOf {
  const noOf = new Map(tasks.map(({ id, no }) => [id, no]))
  const names = new Map<string, PromiseName>(
    indicators.map(({ id, taskId, sentence }) => [id, { id, no: noOf.get(taskId) ?? '', sentence }]),
  )
  return (indicatorId) => names.get(indicatorId)
}

/** Each item with its promise; an item about a withdrawn one is left out. */
export function withPromise<Item extends { readonly indicatorId: string }>(
  items: readonly Item[],
  nameOf: NameOf,
): (Item & { readonly promise: PromiseName })[] {
  return items.flatMap((item) => {
    const promise = nameOf(item.indicatorId)
    return promise ? [{ ...item, promise }] : []
  })
}
