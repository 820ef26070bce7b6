/**
 * The ladder of supervision (glossary: 督办梯次): each step is entered when the one before has lapsed; what is urgent may
 * start higher, with a reason (三明 2017).
 */
/** From the gentlest to the gravest. */
export const ladderSteps = [
  'reminder', // 提醒
  'urging', // 催办
  'blue', // a numbered order, blue
  'orange',
  'red',
  'bulletin', // 通报
  'talk', // 约谈
] as const
export type LadderStep = (typeof ladderSteps)[number]

export const stepWords: Readonly<Record<LadderStep, Readonly<Record<'zh' | 'en', string>>>> = {
  reminder: { zh: '提醒', en: 'Reminder' },
  urging: { zh: '催办', en: 'Urging' },
  blue: { zh: '督办单（蓝）', en: 'Blue order' },
  orange: { zh: '督办单（橙）', en: 'Orange order' },
  red: { zh: '督办单（红）', en: 'Red order' },
  bulletin: { zh: '通报', en: 'Public notice' },
  talk: { zh: '约谈', en: 'Summons' },
}

/** Undefined at the top. */
export function nextStep(step: LadderStep): LadderStep | undefined {
  return ladderSteps[ladderSteps.indexOf(step) + 1]
}

export function isHigherStep(step: LadderStep, than: LadderStep): boolean {
  return ladderSteps.indexOf(step) > ladderSteps.indexOf(than)
}

/** From the first 督办单 on a matter has a number: a reminder and an urging are no documents of a series. */
export function isNumbered(step: LadderStep): boolean {
  return !isHigherStep('blue', step)
}
