/** The light of a task, project, unit, leader or programme: from those of its promises, by the worst or by weight. */
import { isLagging, worstLevel, type LightLevel } from './light-level.ts'
import type { Light } from './light.ts'
import type { RollUpRule } from './light-rules.ts'

/** The level of a promise's figures, or that it is closed: it weighs as kept then, and is told apart. */
export type LightPart = LightLevel | 'closed'

/** Each promise weighs the same; those that nothing was due of, or that are not planned, weigh nothing. */
export function rollUpLight(parts: readonly LightPart[], rule: RollUpRule): Light {
  const counts: Partial<Record<LightLevel, number>> = {}
  for (const part of parts) if (part !== 'closed') counts[part] = (counts[part] ?? 0) + 1
  const closed = parts.filter((part) => part === 'closed').length
  const reason = { code: 'parts', by: rule.by, counts, ...(closed > 0 && { closed }) } as const
  const levels = parts.map((part) => (part === 'closed' ? 'reached' : part))
  const worst = worstLevel(levels) ?? 'unplanned'
  const weighed = levels.filter((level) => level !== 'unplanned' && level !== 'not-due')
  if (rule.by === 'worst' || weighed.length === 0) return { level: worst, clause: 'R8', reason }
  const share = (count: number) => (count * 100) / weighed.length
  const farBehind = share(counts['far-behind'] ?? 0)
  const lagging = share(weighed.filter(isLagging).length)
  if (farBehind >= Number(rule.farBehindFrom)) return { level: 'far-behind', clause: 'R8', reason }
  if (lagging >= Number(rule.behindFrom)) return { level: 'behind', clause: 'R8', reason }
  const kept = weighed.filter((level) => !isLagging(level))
  return { level: worstLevel(kept) ?? 'on-plan', clause: 'R8', reason }
}
