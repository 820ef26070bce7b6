/**
 * How a promise stands against its plan (glossary: 亮灯). Levels are kept; what colour a level has is the government's
 * own choice (枣庄 calls its best level blue).
 */

/** From best to worst; the two that say nothing of progress come first. */
export const lightLevels = [
  'unplanned', // not split yet: there is nothing to measure against
  'not-due', // nothing was to be reached by then
  'reached', // the target is reached
  'ahead',
  'on-plan',
  'behind',
  'far-behind',
] as const
export type LightLevel = (typeof lightLevels)[number]

export const lightColours = ['blue', 'green', 'yellow', 'orange', 'red', 'grey'] as const
export type LightColour = (typeof lightColours)[number]

/** Whether something is to be done about it. */
export function isLagging(level: LightLevel): boolean {
  return level === 'behind' || level === 'far-behind'
}

/** Negative where `a` is better than `b`, zero where they are the same. */
export function compareLevels(a: LightLevel, b: LightLevel): number {
  return lightLevels.indexOf(a) - lightLevels.indexOf(b)
}

/** Undefined of no levels. */
export function worstLevel(levels: readonly LightLevel[]): LightLevel | undefined {
  return levels.toSorted(compareLevels).at(-1)
}
