/** The sentences of a document as a programme, where they are one. */
import type { DraftProject, DraftTask, ReadingWarning } from '../../domain/programme/draft.ts'
import type { Place, SourceDocument } from '../../domain/programme/source.ts'
import { AppliedRules } from './applied-rules.ts'
import type { TailSection } from './find-tails.ts'
import { type Candidate, type Recognised, scoreOfLabel } from './candidate.ts'
import { numberProjects, numberingGaps } from './number-projects.ts'
import { type ProseLine, proseLines } from './prose-lines.ts'
import { type ProseProject, ProseReader, type ProseTask } from './read-prose.ts'
import { recogniseTitle } from './recognise-title.ts'

/** `besideTables`: a notice above a table is numbered too; only sentences that name units are tasks then. */
export function proseCandidate(source: SourceDocument, besideTables: boolean): Candidate | undefined {
  const lines = proseLines(source)
  const firstNumbered = lines.find(({ level }) => level > 0) ?? lines[1]
  if (firstNumbered === undefined) return undefined
  const title = recogniseTitle(source, firstNumbered.block)
  const tailed = lines.some(
    ({ parts, leading }) => leading.length + parts.flatMap(({ tails }) => tails).length > 0,
  )
  if (!tailed && (besideTables || !promises(lines))) return undefined
  const rules = new AppliedRules(ruleTexts(lines, title.place?.block))
  const reader = new ProseReader(rules, title.year)
  reader.read(lines, title.place?.block)
  const projects = kept(reader.projects, tailed)
  const [first] = projects
  if (first === undefined) return undefined
  const tasks = projects.reduce((sum, project) => sum + project.tasks.length, 0)
  return {
    block: first.tasks[0]?.place.block ?? 0,
    label: title.title,
    tasks,
    score: scoreOfLabel(title.title) + (tailed ? 10 : 0) + Math.min(tasks, 30),
    title,
    read: () => readProjects(projects, rules),
  }
}

/** A list that names nobody is a programme if its title says so, or if most of its numbered lines hold figures. */
function promises(lines: readonly ProseLine[]): boolean {
  const numbered = lines.filter(({ level }) => level > 0)
  const figures = lines.filter(({ text, numberEnd }) => /\d/.test(text.slice(numberEnd)))
  if (numbered.length < 2) return false
  return lines.slice(0, 3).some(({ text }) => /民生|实事/.test(text)) || figures.length * 2 > lines.length
}

/** Sections in which nobody is named are no projects where others name units. */
function kept(projects: readonly ProseProject[], tailed: boolean): readonly ProseProject[] {
  const named = projects.filter(({ tasks }) =>
    tasks.some(
      ({ names }) => names.leadUnits.length + names.cooperatingUnits.length + names.leaders.length > 0,
    ),
  )
  return tailed ? named : projects
}

function readProjects(projects: readonly ProseProject[], rules: AppliedRules): Recognised {
  const numbered = numberProjects<ProseTask>(projects)
  const warnings: ReadingWarning[] = []
  const read = numbered.map(({ no, noPlace, name, place, tasks }): DraftProject => ({
    key: `p${no}`,
    no,
    noPlace,
    name,
    place,
    tasks: tasks.map((task, index) => draftTask(task, `${no}.${index + 1}`, rules)),
  }))
  const all = read.flatMap(({ tasks }) => tasks)
  const leaderless = all.filter(({ leaders }) => leaders.length === 0)
  const unled = all.filter(({ leadUnits }) => leadUnits.length === 0)
  const [firstTask] = all
  if (unled.length === all.length && firstTask !== undefined)
    warnings.push({ code: 'no-units', place: firstTask.place, details: {} })
  else for (const { no, place } of unled) warnings.push({ code: 'no-lead-unit', place, details: { no } })
  if (leaderless.length < all.length)
    for (const { no, place } of leaderless) warnings.push({ code: 'no-leader', place, details: { no } })
  return {
    projects: read,
    rules: rules.rules,
    warnings: [...numberingGaps(numbered), ...warnings],
    tables: new Map(),
    reasons: new Map(),
  }
}

function draftTask({ text, place, names }: ProseTask, no: string, rules: AppliedRules): DraftTask {
  const all = rules.unitsOfAll(place, [...names.leadUnits, ...names.cooperatingUnits])
  return {
    key: `t${no}`,
    no,
    text,
    place,
    ...names,
    cooperatingUnits: [...names.cooperatingUnits, ...all],
    indicators: [],
    notTargets: [],
    reported: [],
  }
}

function unitSections({ leading, parts }: ProseLine): readonly TailSection[] {
  const sections = [...leading, ...parts.flatMap(({ tails }) => tails)].flatMap((tail) => tail.sections)
  return sections.filter(({ kind }) => kind === 'lead' || kind === 'responsible' || kind === 'cooperating')
}

/** Rules stand in lines that are no tasks, and where those that are name units. */
function* ruleTexts(
  lines: readonly ProseLine[],
  titleBlock: number | undefined,
): Generator<{ text: string; place: Place }> {
  for (const line of lines) {
    if (line.block === titleBlock) continue
    const { block, level, text, start, leading, parts } = line
    const isPlain = level === 0 && leading.length + parts.flatMap(({ tails }) => tails).length === 0
    const stretches = isPlain ? [{ start: 0, end: text.length }] : unitSections(line)
    for (const stretch of stretches) {
      const place = { block, start: start + stretch.start, end: start + stretch.end }
      yield { text: text.slice(stretch.start, stretch.end), place }
    }
  }
}
