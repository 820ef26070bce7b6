/** Assessment of units: the ranking with its accounts, other schemes tried, and what is entered for it. */
import { assessedUnits } from '../../domain/assessment/assessed-units.ts'
import { rankUnits, type RankedGroup } from '../../domain/assessment/ranking.ts'
import {
  checkScheme,
  schemeFor,
  type AssessmentScheme,
  type RecordedScheme,
} from '../../domain/assessment/scheme.ts'
import { lightRulesFor } from '../../domain/light/light-rules.ts'
import { periodsOf } from '../../domain/reporting/period.ts'
import type { Decimal } from '../../domain/values/decimal.ts'
import type { ProgrammeId, UnitId } from '../../domain/values/ids.ts'
import type { Month } from '../../domain/values/month.ts'
import { Problem } from '../../domain/problems/problem.ts'
import { assessmentSheets } from '../../reports/assessment-sheets.ts'
import { sheetsXlsx } from '../../reports/sheets-xlsx.ts'
import * as stored from '../../store/assessment.ts'
import { findAssessment, type AssessmentBeside } from '../../store/assessment-pages.ts'
import { appendLog, takeTurn } from '../../store/log.ts'
import type { HistoryPage } from '../../store/programme-history.ts'
import { dateIn, requireAccess, requirePerson, requirePost, transaction, type Context } from '../context.ts'
import { fileMark } from '../file-mark.ts'
import type { File } from '../imports/programmes.ts'
import { calendarOf } from '../reporting/month-dates.ts'
import { lightMoment } from './light-moment.ts'

type Page = HistoryPage & { readonly beside: AssessmentBeside }

/**
 * The ranking at the end of a month by the scheme of the year. Who is neither of the office nor a leader sees the accounts
 * of their own units. Throws Problem 'programme.not-found' or 'period.wrong-month'.
 */
export async function getAssessment(ctx: Context, programmeId: ProgrammeId, asked: Month | null) {
  requireAccess(ctx, 'assessment.read')
  const page = await getPage(ctx, programmeId)
  const { history, beside } = page
  const { no, scheme } = schemeFor(beside.schemes, history.year)
  const { month } = lightMoment(page.facts, dateIn(ctx.now), asked)
  const sees = visibleUnits(ctx)
  const visible = <Fact extends { readonly unitId: UnitId }>(list: readonly Fact[]) =>
    list.filter(({ unitId }) => sees === null || sees.has(unitId))
  return {
    programme: { id: history.id, title: history.title, year: history.year },
    month,
    schemeNo: no,
    scheme,
    schemes: beside.schemes,
    /** Whether lapsed orders count. */
    ownOnly: sees !== null,
    promises: history.indicators.map(({ id, taskId, sentence }) => ({
      id,
      taskNo: history.tasks.find((task) => task.id === taskId)?.no ?? '',
      sentence,
    })),
    satisfaction: visible(beside.satisfaction),
    groups: groupsBy(ctx, page, scheme, asked)
      .map(({ group, accounts }) => ({ group, accounts: visible(accounts) }))
      .filter(({ accounts }) => accounts.length > 0),
  }
}

/** Null: all of them. */
function visibleUnits(ctx: Context): ReadonlySet<UnitId> | null {
  const { roles, posts } = requirePerson(ctx)
  if (roles.includes('supervisor') || roles.includes('leader')) return null
  return new Set(posts.map(({ unitId }) => unitId))
}

async function getPage(ctx: Context, programmeId: ProgrammeId): Promise<Page> {
  const page = await transaction(ctx, (tx) => findAssessment(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  return page
}

function groupsBy(
  ctx: Context,
  { facts, history, lightRules, beside }: Page,
  scheme: AssessmentScheme,
  asked: Month | null,
): readonly RankedGroup[] {
  const moment = lightMoment(facts, dateIn(ctx.now), asked)
  const { rules } = lightRulesFor(lightRules, moment.month)
  const periods = periodsOf(facts.rules, facts.year, calendarOf(facts))
  return rankUnits(assessedUnits(history, beside, { ...moment, periods }, rules, scheme), scheme)
}

/** What another scheme would make of the ranking; nothing is kept. Throws Problem 'assessment.*'. */
export async function tryScheme(
  ctx: Context,
  programmeId: ProgrammeId,
  scheme: AssessmentScheme,
  asked: Month | null,
) {
  requireAccess(ctx, 'assessment.set')
  checkScheme(scheme)
  const page = await getPage(ctx, programmeId)
  const now = schemeFor(page.beside.schemes, page.history.year).scheme
  const before = groupsBy(ctx, page, now, asked).flatMap(({ accounts }) => accounts)
  return {
    groups: groupsBy(ctx, page, scheme, asked).map(({ group, accounts }) => ({
      group,
      accounts: accounts.map(({ unitId, unit, rank, score }) => {
        const was = before.find((account) => account.unitId === unitId)
        return {
          unitId,
          unit,
          before: { rank: was?.rank ?? null, score: was?.score ?? score },
          after: { rank, score },
        }
      }),
    })),
  }
}

export type NewScheme = RecordedScheme & { readonly reason: string }

/** For its year and those after. Throws Problem 'assessment.*'. */
export function setScheme(ctx: Context, next: NewScheme) {
  const { personId, post } = requirePost(ctx, 'assessment.set')
  checkScheme(next.scheme)
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    if (next.no !== (await stored.latestSchemeNo(tx)) + 1) throw new Problem('assessment.overtaken', {})
    await stored.insertScheme(tx, { ...next, by: personId, postId: post.id, at: ctx.now })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'assessment.set-scheme',
      subjectKind: 'tenant',
      subjectId: ctx.tenantId,
      details: next,
    })
    return { no: next.no }
  })
}

export type EnteredSatisfaction = {
  readonly unitId: UnitId
  /** One more than how often it was entered. */
  readonly no: number
  readonly value: Decimal
  readonly source: string
}

/** Throws Problem 'assessment.unit-not-found' or 'assessment.overtaken'. */
export function enterSatisfaction(ctx: Context, programmeId: ProgrammeId, entered: EnteredSatisfaction) {
  const { personId, post } = requirePost(ctx, 'assessment.set')
  return transaction(ctx, async (tx) => {
    await takeTurn(tx)
    const page = await findAssessment(tx, programmeId)
    if (!page) throw new Problem('programme.not-found', {})
    if (!page.history.units.some(({ id }) => id === entered.unitId))
      throw new Problem('assessment.unit-not-found', {})
    const known = page.beside.satisfaction.find(({ unitId }) => unitId === entered.unitId)
    if ((known?.no ?? 0) + 1 !== entered.no) throw new Problem('assessment.overtaken', {})
    await stored.insertSatisfaction(tx, {
      ...entered,
      programmeId,
      by: personId,
      postId: post.id,
      at: ctx.now,
    })
    await appendLog(tx, {
      at: ctx.now,
      personId,
      post,
      action: 'assessment.enter-satisfaction',
      subjectKind: 'unit',
      subjectId: entered.unitId,
      details: { programmeId, ...entered },
    })
    return { no: entered.no }
  })
}

/** The ranking and every line of every account, as a spreadsheet; the same figures give the same bytes. */
export async function getAssessmentXlsx(
  ctx: Context,
  programmeId: ProgrammeId,
  asked: Month | null,
): Promise<File> {
  const { programme, month, groups, promises } = await getAssessment(ctx, programmeId, asked)
  const mark = await transaction(ctx, fileMark)
  const sentenceOf = new Map(promises.map(({ id, taskNo, sentence }) => [id, `${taskNo} ${sentence}`]))
  return {
    fileName: `${programme.title}考核（${month.slice(0, 7)}）${mark.inName}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await sheetsXlsx(
      { title: `${programme.title}考核`, year: programme.year, mark },
      assessmentSheets(groups, sentenceOf),
    ),
  }
}
