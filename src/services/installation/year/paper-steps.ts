/** The demonstration's papers: a bulletin of every frozen month, a leader's brief at half-year, the report of the year. */
import type { PaperKind } from '../../../domain/papers/paper.ts'
import type { Period } from '../../../domain/reporting/period.ts'
import { addWorkingDays } from '../../../domain/reporting/working-day.ts'
import type { PostId } from '../../../domain/values/ids.ts'
import { createPaper, sealPaper } from '../../oversight/papers.ts'
import { actAs, actorWith, instant, type Scene } from './scene.ts'
import type { Step } from './step.ts'

/** In the afternoon of the day on which the month is frozen. */
export function paperSteps({ calendar }: Scene, { month, dueOn }: Period): Step[] {
  const kinds: Record<string, readonly PaperKind[]> = {
    '06': ['bulletin', 'leader-brief'],
    '12': ['bulletin', 'annual-report'],
  }
  return (kinds[month.slice(5, 7)] ?? ['bulletin']).map((kind, index) => ({
    month: month.slice(0, 7),
    name: kind,
    at: instant(addWorkingDays(calendar, dueOn, 4), 14, index * 20),
    run: async (ctx, { cast, programmeId }) => {
      const as = actAs(ctx, actorWith(cast, 'supervisor'))
      const leaderPostId = kind === 'leader-brief' ? leaderPostOf(cast) : null
      const { id } = await createPaper(as, programmeId, { kind, month, freezeNo: 1, leaderPostId })
      await sealPaper(as, id, { version: 1 })
    },
  }))
}

function leaderPostOf(cast: Scene['cast']): PostId | null {
  return actorWith(cast, 'leader').posts.find(({ role }) => role === 'leader')?.id ?? null
}
