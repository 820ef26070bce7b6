/** A promise of a snapshot in the words of papers: its name, how far it is, why it lags, what is done about it. */
import { Big } from 'big.js'
import type { Light } from '../light/light.ts'
import { lightGround } from '../light/light-sentence.ts'
import { progressPercent } from '../reporting/reported-figure.ts'
import type { SnapshotCell, SnapshotIndicator } from '../reporting/snapshot.ts'
import { grouped } from '../values/figures.ts'
import { addQuantities, type Quantity } from '../values/quantity.ts'

/** What is promised, without its figure: “新增普惠托班数”; the document's words where it has none. */
export function promiseName({ target, sentence }: SnapshotIndicator): string {
  const name = `${target.action}${target.object}`
  return name !== '' && target.value !== null && sentence.includes(name) ? name : sentence
}

/** How far it is at the end of the month, “累计150个，完成85.2%”. */
export function progressWords(indicator: SnapshotIndicator): string {
  // A unit whose month is not approved stands where it stood.
  const cells = indicator.cells.map((cell) =>
    cell.version === null ? { unit: cell.unit, stage: cell.before?.stage ?? null, narrative: null } : cell,
  )
  return wordsOf(indicator, indicator.approved, cells)
}

/** The same of the month before as it was frozen; “—” where it was not. */
export function earlierWords(indicator: SnapshotIndicator): string {
  const cells = indicator.cells.flatMap(({ unit, before }) => (before ? [{ unit, ...before }] : []))
  if (cells.length === 0) return '—'
  const figure = cells.reduce<Quantity | null>((sum, cell) => addQuantities(sum, cell.approved), null)
  return wordsOf(indicator, figure, cells)
}

type Told = Pick<SnapshotCell, 'unit' | 'stage' | 'narrative'>

function wordsOf({ target }: SnapshotIndicator, figure: Quantity | null, cells: readonly Told[]): string {
  if (figure !== null) {
    const percent = target.comparator === 'lte' ? null : progressPercent(target, figure)
    if (figure.denominator !== null)
      return `${rate(figure)}（${grouped(figure.value)}/${grouped(figure.denominator)}）`
    const done = percent === null ? '' : `，完成${percent}%`
    return `累计${grouped(figure.value)}${target.unit ?? ''}${done}`
  }
  const stages = said(cells, ({ stage }) => stage && `到“${stage}”`)
  if (stages !== '') return stages
  const narratives = said(cells, ({ narrative }) => narrative)
  return narratives === '' ? '没有审定的数' : narratives
}

function rate({ value, denominator }: Quantity): string {
  const whole = new Big(denominator ?? '1')
  return whole.eq(0) ? '—' : `${new Big(value).times(100).div(whole).round(1, Big.roundHalfUp).toFixed()}%`
}

/** So many units' own words stand in a paper; more say the same or are in their sheets. */
const mostSaid = 3

/** What units say, the same words once: “武进区：主体；其余6个单位：竣工”. */
function said(cells: readonly Told[], wordOf: (cell: Told) => string | null): string {
  const groups = [...Map.groupBy(cells, wordOf)].flatMap(([word, its]) => (word ? [{ word, its }] : []))
  const only = groups[0]
  if (only && groups.length === 1 && only.its.length === cells.length) return only.word
  const shown = groups
    .slice(0, mostSaid)
    .map(
      ({ word, its }) =>
        `${its.length > 3 ? `${its[0]?.unit ?? ''}等${its.length}个单位` : its.map(({ unit }) => unit).join('、')}：${word}`,
    )
  return shown.length < groups.length ? `${shown.join('；')}；等` : shown.join('；')
}

/** Why it lags, in the light's ground and the units' words: sentences with full stops. */
export function lagWords(indicator: SnapshotIndicator, light: Light): string {
  const problems = ownWords(indicator, ({ problem }) => problem)
  const steps = ownWords(indicator, ({ nextStep }) => nextStep)
  return [
    `${lightGround(light)}。`,
    problems === '' ? '' : `原因：${problems}。`,
    steps === '' ? '' : `措施：${steps}。`,
  ].join('')
}

function ownWords({ cells }: SnapshotIndicator, wordOf: (cell: SnapshotCell) => string | null): string {
  const groups = [...Map.groupBy(cells, (cell) => wordOf(cell)?.replace(/[。；;\s]+$/u, '') ?? '')].filter(
    ([word]) => word !== '',
  )
  const shown = groups
    .slice(0, mostSaid)
    .map(([word, its]) => `${its.map(({ unit }) => unit).join('、')}${word}`)
  return shown.length < groups.length ? `${shown.join('；')}等` : shown.join('；')
}
