/** Entering what is counted, correcting it and taking it back. */
import { readEntry, type EntryContent, type TypedEntry } from '../../domain/ledger/entry.ts'
import type { PositionSource } from '../../domain/ledger/entry-position.ts'
import { getPostFor, type HeldPost } from '../../domain/duty/duty.ts'
import type { EntryId, IndicatorId, ProgrammeId, UnitId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { emptyTally, nextState, withEntry, type EntryDecision } from '../../domain/ledger/tally.ts'
import type { TenantTransaction } from '../../store/db.ts'
import {
  findEntryAtHand,
  findKnownContents,
  insertDecision,
  insertEntries,
  lockLedger,
  type EntryAtHand,
} from '../../store/entries.ts'
import { findLedgerPlace, type LedgerPlace } from '../../store/ledger-places.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import { moveTally } from '../../store/tallies.ts'
import { contentKey } from './content-key.ts'
import { findSuspicionsOfEntries } from './suspicions.ts'
import {
  dateIn,
  newId,
  requireAccess,
  requireDuty,
  requirePerson,
  transaction,
  type Context,
} from '../context.ts'

export type LedgerOfUnit = {
  readonly programmeId: ProgrammeId
  readonly indicatorId: IndicatorId
  readonly unitId: UnitId
}

/** How many equal entries one may have; nobody types more by hand. */
const mostAlike = 50

/**
 * Adds one entry, which then waits for review. `again` says that an equal one is there and this is another. Throws
 * Problem 'entry.refused', 'entry.known', 'entry.no-plan', 'entry.no-share', 'ledger.not-found' or 'access.other-unit'.
 */
export function enterEntry(
  ctx: Context,
  ledger: LedgerOfUnit,
  typed: TypedEntry,
  again = false,
  positionSource: PositionSource = 'typed',
): Promise<{ id: EntryId; month: Month }> {
  const { personId, post } = requireDuty(ctx, 'entry.write', [ledger.unitId])
  return transaction(ctx, async (tx) => {
    await lockLedger(tx, ledger)
    await takeTurn(tx)
    const place = await getLedgerPlace(tx, ledger)
    const content = getContent(ctx, place, typed, positionSource)
    const keys = keysOf(content)
    const known = await findKnownContents(tx, ledger, keys)
    if (known.size > 0 && !again) throw new Problem('entry.known', { place: 'again', entryId: null })
    const id = newId<EntryId>()
    await insertEntries(tx, { ...ledger, loadId: null, by: personId, postId: post.id, at: ctx.now }, [
      { ...content, id, contentKey: firstFree(keys, known), loadRow: null, replaces: null },
    ])
    await findSuspicionsOfEntries(ctx, tx, [id])
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'entry.enter',
      subjectKind: 'entry',
      subjectId: id,
      details: { ...ledger, content },
    })
    return { id, month: content.month }
  })
}

/**
 * Puts a corrected entry in another's place, in a frozen month too: the old one counts no more, the new one waits. Throws
 * Problem 'entry.refused', 'entry.unchanged', 'entry.settled', 'entry.reason-missing' or 'entry.not-found'.
 */
export function replaceEntry(
  ctx: Context,
  programmeId: ProgrammeId,
  entryId: EntryId,
  typed: TypedEntry,
  reason: string,
  positionSource: PositionSource = 'typed',
): Promise<{ id: EntryId; month: Month }> {
  requireAccess(ctx, 'entry.write')
  const { id: personId, posts } = requirePerson(ctx)
  return transaction(ctx, async (tx) => {
    const seen = await getEntry(tx, programmeId, entryId)
    const post = getPostFor(posts, 'entry.write', [seen.unitId])
    await lockLedger(tx, seen)
    await takeTurn(tx)
    const before = await getEntry(tx, programmeId, entryId)
    if (before.state === 'replaced') throw new Problem('entry.settled', { state: before.state })
    const why = getReason(reason)
    const content = getContent(ctx, await getLedgerPlace(tx, before), typed, positionSource, before.month)
    const keys = keysOf(content)
    if (keys.includes(before.contentKey)) throw new Problem('entry.unchanged', {})
    const known = await findKnownContents(tx, before, keys)
    const id = newId<EntryId>()
    await insertEntries(
      tx,
      {
        indicatorId: before.indicatorId,
        unitId: before.unitId,
        loadId: null,
        by: personId,
        postId: post.id,
        at: ctx.now,
      },
      [
        {
          ...content,
          id,
          contentKey: firstFree(keys, known),
          loadRow: null,
          replaces: { id: before.id, reason: why },
        },
      ],
    )
    await moveTally(tx, withEntry(emptyTally(before), before, before.state, -1))
    await findSuspicionsOfEntries(ctx, tx, [id])
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'entry.replace',
      subjectKind: 'entry',
      subjectId: id,
      details: { replaces: before.id, was: before.state, reason: why, content },
    })
    return { id, month: content.month }
  })
}

/** Takes an entry back. Throws Problem 'entry.settled', 'entry.reason-missing' or 'entry.not-found'. */
export function withdrawEntry(
  ctx: Context,
  programmeId: ProgrammeId,
  entryId: EntryId,
  reason: string,
): Promise<{ id: EntryId }> {
  requireAccess(ctx, 'entry.write')
  const { id: personId, posts } = requirePerson(ctx)
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const entry = await getEntry(tx, programmeId, entryId)
    const post = getPostFor(posts, 'entry.write', [entry.unitId])
    await decide(ctx, tx, entry, {
      decision: 'withdraw',
      reason: getReason(reason),
      personId,
      post,
    })
    return { id: entry.id }
  })
}

type Deciding = {
  readonly decision: EntryDecision
  readonly reason: string | null
  readonly personId: EntryAtHand['enteredBy']
  readonly post: HeldPost
}

/** Keeps a decision, moves the tally by it and logs it. Throws Problem 'entry.settled'. */
export async function decide(
  ctx: Context,
  tx: TenantTransaction,
  entry: EntryAtHand,
  by: Deciding,
): Promise<void> {
  const { decision, reason, personId, post } = by
  const state = nextState(entry.state, decision)
  if (!state) throw new Problem('entry.settled', { state: entry.state })
  const no = entry.decisions + 1
  const move = withEntry(withEntry(emptyTally(entry), entry, entry.state, -1), entry, state, 1)
  await insertDecision(
    tx,
    { entryId: entry.id, no, decision, reason, by: personId, postId: post.id, at: ctx.now },
    move,
  )
  await appendLog(tx, {
    at: ctx.now,
    personId,
    post,
    action: `entry.${decision}`,
    subjectKind: 'entry',
    subjectId: entry.id,
    details: { no, was: entry.state, reason, cell: cellOf(entry) },
  })
}

const cellOf = ({ indicatorId, unitId, month }: EntryAtHand) => ({ indicatorId, unitId, month })

/** Throws Problem 'entry.not-found'. */
export async function getEntry(
  tx: TenantTransaction,
  programmeId: ProgrammeId,
  id: EntryId,
): Promise<EntryAtHand> {
  const entry = await findEntryAtHand(tx, programmeId, id)
  if (!entry) throw new Problem('entry.not-found', {})
  return entry
}

/** A ledger that takes entries. Throws Problem 'ledger.not-found', 'entry.no-plan' or 'entry.no-share'. */
export async function getLedgerPlace(tx: TenantTransaction, ledger: LedgerOfUnit): Promise<LedgerPlace> {
  const place = await findLedgerPlace(tx, ledger.programmeId, ledger.indicatorId, ledger.unitId)
  if (!place) throw new Problem('ledger.not-found', {})
  const { promise, unit } = place
  if (place.leadUnit === null) throw new Problem('entry.no-plan', { promise })
  if (!place.hasShare) throw new Problem('entry.no-share', { promise, unit, leadUnit: place.leadUnit })
  return place
}

/** Throws Problem 'entry.refused'. A correction may stay in its month though that is frozen. */
function getContent(
  ctx: Context,
  place: LedgerPlace,
  typed: TypedEntry,
  positionSource: PositionSource,
  correctedMonth?: Month,
): EntryContent {
  const frozen = place.frozen.filter((month) => month !== correctedMonth)
  const rules = { ...place, frozen, today: dateIn(ctx.now), positionSource }
  const { content, faults } = readEntry(rules, typed)
  if (content === null)
    throw new Problem('entry.refused', { ledger: place.ledger, place: faults[0]?.column ?? '', faults })
  return content
}

export function getReason(reason: string): string {
  const trimmed = reason.trim()
  if (trimmed === '') throw new Problem('entry.reason-missing', { place: 'reason' })
  return trimmed
}

function keysOf(content: EntryContent): string[] {
  return Array.from({ length: mostAlike }, (_, index) => contentKey(content, index + 1))
}

function firstFree(keys: readonly string[], known: ReadonlySet<string>): string {
  const free = keys.find((key) => !known.has(key))
  if (free === undefined) throw new Problem('entry.known', { place: 'again', entryId: null })
  return free
}
