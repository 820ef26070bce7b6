/** What somebody meets who has no mouse. */
import type { Locator, Page } from 'playwright-core'

type Stop = {
  /** Which of the page's elements it is; -1 for the page itself, where the round ends. */
  readonly at: number
  readonly words: string
  readonly isVisible: boolean
}

type Numbered = {
  readonly stops: readonly string[]
  readonly forMouseOnly: readonly string[]
  readonly movedAway: readonly string[]
}

/**
 * Runs in the page. Numbers what can be reached, in the order of the document, which is the order of reading: of a group of
 * radio buttons the one that is chosen, or the first.
 */
const numberStops = `(() => {
  const everything = 'a[href], button, input, select, textarea, summary, audio[controls], iframe, [contenteditable], [tabindex]'
  const isReached = (element) =>
    element.tabIndex >= 0 && !element.disabled && element.type !== 'hidden' &&
    element.closest('[inert]') === null && element.checkVisibility({ visibilityProperty: true }) &&
    !(element.type === 'radio' && element !== radioOf(element))
  const radioOf = (radio) => {
    const group = [...document.getElementsByName(radio.name)].filter((each) => each.form === radio.form && !each.disabled)
    return radio.name === '' ? radio : group.find((each) => each.checked) ?? group[0]
  }
  // Where a hand is shown, something happens: then it happens for the keyboard too, here or in what this is a part of.
  const isForMouseOnly = (element) =>
    getComputedStyle(element).cursor === 'pointer' && element.checkVisibility() &&
    element.closest('a[href], button, summary, label, select, input, [role=tab], [aria-hidden=true], :disabled') === null
  const isMovedAway = (element) => {
    if (element.closest('[inert]')) return false
    const { order, flexDirection } = getComputedStyle(element)
    const follows = getComputedStyle(element.parentElement).readingFlow === 'flex-visual'
    return (order !== '0' && !follows) || flexDirection.endsWith('reverse')
  }
  const all = [...document.body.querySelectorAll('*')]
  window.stops = [...document.querySelectorAll(everything)].filter(isReached)
  const words = (element) => element.outerHTML.slice(0, 160)
  const looksOf = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(element)
    return [outlineStyle === 'none' ? '' : outlineWidth + outlineColor, boxShadow, borderColor, backgroundColor].join()
  }
  window.restLooks = window.stops.map(looksOf)
  window.stopNow = () => {
    const element = document.activeElement
    const at = window.stops.indexOf(element)
    return { at, words: words(element), isVisible: at < 0 || looksOf(element) !== window.restLooks[at] }
  }
  return {
    stops: window.stops.map(words),
    forMouseOnly: all.filter(isForMouseOnly).map(words),
    movedAway: all.filter(isMovedAway).map(words),
  }
})()`

/** Faults of a page for whoever goes through it by Tab alone; empty when there are none. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate('document.activeElement.blur(); window.getSelection().removeAllRanges()')
  const { stops, forMouseOnly, movedAway } = await page.evaluate<Numbered>(numberStops)
  const met = await goRound(page, stops.length)
  const faults = [
    ...forMouseOnly.map((words) => `only for the mouse: ${words}`),
    ...movedAway.map((words) => `shown elsewhere than it is read: ${words}`),
  ]
  for (const { at, words, isVisible } of met) {
    if (at < 0) faults.push(`not counted: ${words}`)
    if (!isVisible) faults.push(`cannot be seen to have the focus: ${words}`)
  }
  const order = met.map(({ at }) => at)
  for (const [index, words] of stops.entries())
    if (!order.includes(index)) faults.push(`not reached: ${words}`)
  for (const [index, at] of order.entries())
    if (at < (order[index - 1] ?? -1)) faults.push(`out of order: ${stops[at]}`)
  return faults
}

/** Every stop of one round, beginning at the first. Rejects when there is no coming round: a trap. */
async function goRound(page: Page, count: number): Promise<Stop[]> {
  const met: Stop[] = []
  let last: Stop | undefined
  // Wherever Tab begins; and a field for a date is four stops by itself.
  for (let presses = 0; presses < 8 * count + 8; presses++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop>('window.stopNow()')
    const isSame = stop.at === last?.at && stop.words === last.words
    last = stop
    if (isSame || stop.words.startsWith('<body')) continue
    if (stop.at === 0 && met.length > 0) return met
    if (stop.at === 0 || met.length > 0) met.push(stop)
  }
  throw new Error(`Tab does not come round; at last it is at ${last?.words}`)
}

/** Goes on by Tab, or back, until something has the focus. Rejects when it never has. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press(key)
    if (await target.evaluate((element) => element.matches(':focus'))) return
  }
  throw new Error(`${key} never comes to ${target.toString()}`)
}

/** Goes there and presses Enter, as on a link or a button. */
export async function press(page: Page, target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await tabTo(page, target, key)
  await page.keyboard.press('Enter')
}

/** Goes to a field and types over what is in it. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** Goes to a list of choices and down it. */
export async function choose(page: Page, list: Locator, label: string): Promise<void> {
  await tabTo(page, list)
  const labels = await list.locator('option').allInnerTexts()
  for (const _ of labels) {
    if ((await list.locator('option:checked').innerText()) === label) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrow never comes to ${label} among ${labels.join(', ')}`)
}

/** What has the focus, in a few words of its markup; `<body` when nothing has. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.outerHTML.slice(0, 100)')
}
