/** The text of a paper as it is drafted from a snapshot's figures; a person goes on from there. */
import { Problem } from '../problems/problem.ts'
import type { MonthSnapshot } from '../reporting/snapshot.ts'
import { draftAnnualReport } from './draft-annual-report.ts'
import { draftBulletin } from './draft-bulletin.ts'
import { draftLeaderBrief } from './draft-leader-brief.ts'
import type { PaperOf, PaperText } from './paper.ts'

/** Throws Problem 'paper.no-lights' where the month was frozen without lights, or 'paper.unknown-leader'. */
export function draftPaper(
  { kind, leaderPostId }: PaperOf,
  snapshot: MonthSnapshot,
  issuer: string,
): PaperText {
  if (!snapshot.lights.some(({ scope }) => scope === 'indicator'))
    throw new Problem('paper.no-lights', { month: snapshot.period.month, no: snapshot.no })
  if (kind === 'leader-brief') return draftLeaderBrief(snapshot, leaderPostId, issuer)
  return kind === 'bulletin' ? draftBulletin(snapshot, issuer) : draftAnnualReport(snapshot, issuer)
}
