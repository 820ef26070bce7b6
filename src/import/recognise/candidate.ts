/** One way to read a document: a table of it, or its sentences. */
import type {
  DocumentRule,
  DraftProject,
  IgnoredReason,
  ReadingWarning,
} from '../../domain/programme/draft.ts'
import type { SourceCell } from '../../domain/programme/source.ts'
import type { Title } from './recognise-title.ts'
import type { TaskTable } from './task-table.ts'

export type Candidate = {
  /** Where it begins. */
  readonly block: number
  readonly label: string
  readonly tasks: number
  readonly score: number
  readonly title: Title
  read(): Recognised
}

export type Recognised = {
  readonly projects: readonly DraftProject[]
  readonly rules: readonly DocumentRule[]
  readonly warnings: readonly ReadingWarning[]
  /** The task tables by their block, in reading order; empty where sentences were read. */
  readonly tables: ReadonlyMap<number, TaskTable>
  /** Cells left out for a reason that their place alone does not tell. */
  readonly reasons: ReadonlyMap<SourceCell, IgnoredReason>
}

/** What a candidate's name says of how likely it is the programme. */
export function scoreOfLabel(label: string): number {
  const called = /民生|实事/.test(label) ? 20 : 0
  const kind = /任务|分解|责任|目标|推进/.test(label) ? 15 : 0
  const about = isAboutOther(label) ? -30 : 0
  return called + kind + about
}

/** Money, persons, votes: such tables stand beside a programme. */
export function isAboutOther(label: string): boolean {
  return /资金|经费|预算|联系|通讯|名单|测评|征求|候选|备选|储备|评分|考核/.test(label)
}
