/** The sentences of a document as a programme, where they are one. */
import type { DraftProject, DraftTask, ReadingWarning } from '../../domain/draft.ts'
import type { Place, SourceDocument } from '../../domain/source.ts'
import { AppliedRules } from './applied-rules.ts'
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
  const rules = new AppliedRules(ruleTexts(source, lines))
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

/** Rules stand in lines that are no tasks, and in the tails of those that are. */
function* ruleTexts(
  { blocks }: SourceDocument,
  lines: readonly ProseLine[],
): Generator<{ text: string; place: Place }> {
  const numbered = new Set(lines.filter(({ level }) => level > 0).map(({ block }) => block))
  const tails = Map.groupBy(lines, ({ block }) => block)
  for (const [block, content] of blocks.entries()) {
    if (content.kind !== 'paragraph') continue
    if (!numbered.has(block)) yield { text: content.text, place: { block, start: 0, end: 0 } }
    else
      for (const line of tails.get(block) ?? []) {
        for (const { start, end } of [...line.leading, ...line.parts.flatMap((part) => part.tails)])
          yield {
            text: line.text.slice(start, end),
            place: { block, start: line.start + start, end: line.start + end },
          }
      }
  }
}
