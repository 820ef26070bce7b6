/** Every word of the screen, by language and namespace. The Chinese wording decides which keys there are. */
import { administration as administrationEn } from './en/administration.ts'
import { common as commonEn } from './en/common.ts'
import { imports as importsEn } from './en/imports.ts'
import { indicator as indicatorEn } from './en/indicator.ts'
import { signIn as signInEn } from './en/sign-in.ts'
import { table as tableEn } from './en/table.ts'
import { amendments as amendmentsEn } from './en/amendments.ts'
import { evidence as evidenceEn } from './en/evidence.ts'
import { importReport as importReportEn } from './en/import-report.ts'
import { inbox as inboxEn } from './en/inbox.ts'
import { account as accountEn } from './en/account.ts'
import { posts as postsEn } from './en/posts.ts'
import { map as mapEn } from './en/map.ts'
import { overview as overviewEn } from './en/overview.ts'
import { plans as plansEn } from './en/plans.ts'
import { secondReading as secondReadingEn } from './en/second-reading.ts'
import { periods as periodsEn } from './en/periods.ts'
import { reporting as reportingEn } from './en/reporting.ts'
import { review as reviewEn } from './en/review.ts'
import { semantics as semanticsEn } from './en/semantics.ts'
import { ledgers as ledgersEn } from './en/ledgers.ts'
import { forecasts as forecastsEn } from './en/forecasts.ts'
import { lights as lightsEn } from './en/lights.ts'
import { orders as ordersEn } from './en/orders.ts'
import { papers as papersEn } from './en/papers.ts'
import { assessment as assessmentEn } from './en/assessment.ts'
import { carryOver as carryOverEn } from './en/carry-over.ts'
import { acceptance as acceptanceEn } from './en/acceptance.ts'
import { shares as sharesEn } from './en/shares.ts'
import { charts as chartsEn } from './en/charts.ts'
import { desk as deskEn } from './en/desk.ts'
import { leader as leaderEn } from './en/leader.ts'
import { values as valuesEn } from './en/values.ts'
import { administration } from './zh/administration.ts'
import { common } from './zh/common.ts'
import { imports } from './zh/imports.ts'
import { indicator } from './zh/indicator.ts'
import { signIn } from './zh/sign-in.ts'
import { table } from './zh/table.ts'
import { amendments } from './zh/amendments.ts'
import { evidence } from './zh/evidence.ts'
import { importReport } from './zh/import-report.ts'
import { inbox } from './zh/inbox.ts'
import { account } from './zh/account.ts'
import { posts } from './zh/posts.ts'
import { map } from './zh/map.ts'
import { overview } from './zh/overview.ts'
import { plans } from './zh/plans.ts'
import { secondReading } from './zh/second-reading.ts'
import { periods } from './zh/periods.ts'
import { reporting } from './zh/reporting.ts'
import { review } from './zh/review.ts'
import { semantics } from './zh/semantics.ts'
import { ledgers } from './zh/ledgers.ts'
import { forecasts } from './zh/forecasts.ts'
import { lights } from './zh/lights.ts'
import { orders } from './zh/orders.ts'
import { papers } from './zh/papers.ts'
import { assessment } from './zh/assessment.ts'
import { carryOver } from './zh/carry-over.ts'
import { acceptance } from './zh/acceptance.ts'
import { shares } from './zh/shares.ts'
import { charts } from './zh/charts.ts'
import { desk } from './zh/desk.ts'
import { leader } from './zh/leader.ts'
import { values } from './zh/values.ts'

export const zh = {
  common,
  table,
  indicator,
  signIn,
  administration,
  imports,
  secondReading,
  amendments,
  shares,
  plans,
  ledgers,
  inbox,
  account,
  posts,
  map,
  evidence,
  overview,
  importReport,
  reporting,
  periods,
  lights,
  forecasts,
  orders,
  papers,
  acceptance,
  assessment,
  carryOver,
  review,
  semantics,
  desk,
  leader,
  charts,
  values,
} as const

export const en = {
  common: commonEn,
  table: tableEn,
  indicator: indicatorEn,
  signIn: signInEn,
  administration: administrationEn,
  imports: importsEn,
  secondReading: secondReadingEn,
  amendments: amendmentsEn,
  shares: sharesEn,
  plans: plansEn,
  ledgers: ledgersEn,
  inbox: inboxEn,
  account: accountEn,
  posts: postsEn,
  map: mapEn,
  evidence: evidenceEn,
  overview: overviewEn,
  importReport: importReportEn,
  reporting: reportingEn,
  periods: periodsEn,
  lights: lightsEn,
  forecasts: forecastsEn,
  orders: ordersEn,
  papers: papersEn,
  acceptance: acceptanceEn,
  assessment: assessmentEn,
  carryOver: carryOverEn,
  review: reviewEn,
  semantics: semanticsEn,
  desk: deskEn,
  leader: leaderEn,
  charts: chartsEn,
  values: valuesEn,
} as const
