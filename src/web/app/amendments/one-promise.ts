/** The amendments from the side of one promise. */
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { findPromise } from '../indicator/place-in-table.ts'
import { promiseWords } from '../indicator/target-words.ts'
import type { Amendment } from './amendments-query.ts'

/** The adoption, and of the amendments those that changed the promise. */
export function keepOnly(amendments: readonly Amendment[], indicatorId: string): Amendment[] {
  return amendments
    .map((amendment) => ({
      ...amendment,
      changes: amendment.changes.filter((change) => change.indicatorId === indicatorId),
    }))
    .filter(({ no, changes }) => no === 0 || changes.length > 0)
}

/** The promise as it stands; one that was withdrawn, as it last stood. Empty for an unknown one. */
export function wordsOf(
  programme: LivingProgramme,
  amendments: readonly Amendment[],
  indicatorId: string,
): string {
  const standing = findPromise(programme, indicatorId)
  if (standing) return promiseWords(standing.promise)
  const last = amendments
    .flatMap(({ changes }) => changes)
    .findLast((change) => change.indicatorId === indicatorId)
  const target = last?.after ?? last?.before
  return target ? promiseWords(target) : ''
}
