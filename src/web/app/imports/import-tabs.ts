export const importTabs = ['doubtful', 'all', 'not-targets', 'progress', 'units', 'ignored'] as const
export type ImportTab = (typeof importTabs)[number]

/** The tab that answers for a mark of the source; `doubtful` and `all` both hold promises. */
export function tabForMark(kind: string | null, present: ImportTab, isDoubtful: boolean): ImportTab {
  switch (kind) {
    case 'promise':
      return present === 'doubtful' && isDoubtful ? 'doubtful' : 'all'
    case 'not-target':
      return 'not-targets'
    case 'milestone':
    case 'result':
      return 'progress'
    case 'name':
      return 'units'
    case 'ignored':
      return 'ignored'
    default:
      return 'all'
  }
}
