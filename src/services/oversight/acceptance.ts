/** Acceptance: where every promise stands, and what a lead unit claims. */
import { mayClaim, stateOfClaim } from '../../domain/acceptance/acceptance.ts'
import {
  checkSampleRule,
  sampleRuleInForce,
  sampleSize,
  type RecordedSampleRule,
} from '../../domain/acceptance/sample.ts'
import type { AcceptanceClaimId, IndicatorId, ProgrammeId } from '../../domain/values/ids.ts'
import { Problem } from '../../domain/problems/problem.ts'
import * as stored from '../../store/acceptance.ts'
import { findAcceptances } from '../../store/acceptance-pages.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import {
  dateIn,
  newId,
  requireAccess,
  requireDuty,
  requirePost,
  transaction,
  type Context,
} from '../context.ts'
import { notify, settleNotices } from '../duty/notify.ts'
import { sha256 } from '../ledgers/digests.ts'
import { claimFacts, getJudgedPromise, judgePromises } from './judged-promises.ts'

/** Every promise and where it stands. Throws Problem 'programme.not-found'. */
export async function listAcceptances(ctx: Context, programmeId: ProgrammeId) {
  requireAccess(ctx, 'acceptance.read')
  const page = await transaction(ctx, (tx) => findAcceptances(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { history, beside } = page
  return {
    programme: { id: history.id, title: history.title, year: history.year },
    units: history.units,
    projects: history.projects,
    rules: beside.rules,
    promises: judgePromises(page, dateIn(ctx.now)).map(({ facts: _facts, ...promise }) => promise),
  }
}

/** One promise with its claims. Throws Problem 'programme.not-found' or 'acceptance.promise-not-found'. */
export async function getAcceptance(ctx: Context, programmeId: ProgrammeId, indicatorId: IndicatorId) {
  requireAccess(ctx, 'acceptance.read')
  return transaction(ctx, async (tx) => {
    const { page, promise } = await getJudgedPromise(ctx, tx, programmeId, indicatorId)
    const { facts: _facts, ...shown } = promise
    const { history, beside } = page
    return {
      programme: { id: history.id, title: history.title, year: history.year },
      units: history.units,
      promise: shown,
      rule: sampleRuleInForce(beside.rules),
      claims: beside.claims.map((claim) => ({ ...claim, state: stateOfClaim(claimFacts(claim)) })),
    }
  })
}

/**
 * The lead unit claims that a promise is kept; the sample is drawn. `seen` is how many claims there were. Throws Problem
 * 'acceptance.unplanned', 'acceptance.no-figure', 'acceptance.under-way', 'acceptance.overtaken' or 'access.other-unit'.
 */
export function claimAcceptance(
  ctx: Context,
  programmeId: ProgrammeId,
  indicatorId: IndicatorId,
  { seen, statement }: { readonly seen: number; readonly statement: string },
) {
  requireAccess(ctx, 'acceptance.claim')
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const { page, promise } = await getJudgedPromise(ctx, tx, programmeId, indicatorId)
    const { leadUnitId, target, state, figure, figureMonth } = promise
    if (leadUnitId === null) throw new Problem('acceptance.unplanned', {})
    const { personId, post } = requireDuty(ctx, 'acceptance.claim', [leadUnitId])
    if (page.beside.claims.length !== seen) throw new Problem('acceptance.overtaken', {})
    if (!mayClaim(state)) throw new Problem('acceptance.under-way', {})
    const measured = target.value !== null && (target.kind === 'quantity' || target.kind === 'rate')
    if (measured && figure === null) throw new Problem('acceptance.no-figure', {})
    const rule = sampleRuleInForce(page.beside.rules)
    const id = newId<AcceptanceClaimId>()
    const claim = {
      id,
      programmeId,
      indicatorId,
      no: seen + 1,
      statement,
      figure,
      figureMonth,
      ruleNo: rule.no,
      population: promise.facts.acceptedEntries,
      seed: sha256(id).toString('hex'),
      by: personId,
      postId: post.id,
      at: ctx.now,
    }
    await stored.insertClaim(tx, claim)
    await stored.insertSample(tx, claim, sampleSize(rule, claim.population))
    await settleNotices(ctx, tx, { kinds: ['acceptance-returned'], programmeId, indicatorIds: [indicatorId] })
    await notify(
      ctx,
      tx,
      {
        kind: 'acceptance-claimed',
        programmeId,
        indicatorId,
        unitId: leadUnitId,
        month: null,
        details: { promise: promise.sentence, unit: post.unit },
        onceKey: `acceptance-claimed:${id}`,
      },
      { roles: ['supervisor'], unitId: null },
    )
    const { by: _by, postId: _postId, at: _at, ...said } = claim
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'acceptance.claim',
      subjectKind: 'indicator',
      subjectId: indicatorId,
      details: said,
    })
    return { id }
  })
}

export type NewSampleRule = RecordedSampleRule & { readonly reason: string }

/** For the claims from now on. Throws Problem 'acceptance.rule-out-of-order' or 'acceptance.rule-overtaken'. */
export function setSampleRule(ctx: Context, rule: NewSampleRule) {
  const { personId, post } = requirePost(ctx, 'acceptance.set')
  checkSampleRule(rule)
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    if (rule.no !== (await stored.latestSampleRuleNo(tx)) + 1)
      throw new Problem('acceptance.rule-overtaken', {})
    await stored.insertSampleRule(tx, { ...rule, by: personId, postId: post.id, at: ctx.now })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'acceptance.set-rule',
      subjectKind: 'tenant',
      subjectId: ctx.tenantId,
      details: rule,
    })
    return { no: rule.no }
  })
}
