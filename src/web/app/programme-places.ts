/** The places where the work on one programme is done, by the work they serve, and how one finds one's way among them. */
import type { Action } from '../../domain/duty/access.ts'

type PlaceEntry = {
  readonly to: `/programmes/$programmeId${string}`
  /** Any of them lets one in. */
  readonly actions: readonly Action[]
  readonly label: string
  /** Pages beside its own that belong to it, by the part of their address after the programme. */
  readonly also?: readonly string[]
}
type GroupEntry = { readonly label: string | null; readonly places: readonly PlaceEntry[] }

/** In a group the first place is the one most asked for: the name of the group leads there. */
const groups = [
  {
    label: null,
    places: [{ to: '/programmes/$programmeId/desk', actions: ['desk.read'], label: 'navDesk' }],
  },
  {
    label: null,
    places: [{ to: '/programmes/$programmeId/leader', actions: ['leader-page.read'], label: 'navLeader' }],
  },
  {
    label: 'navGroupTasks',
    places: [
      {
        to: '/programmes/$programmeId',
        actions: ['programme.read'],
        label: 'navTable',
        also: ['indicators', 'amendments', 'shares'],
      },
      { to: '/programmes/$programmeId/overview', actions: ['programme.read'], label: 'navOverview' },
      { to: '/programmes/$programmeId/map', actions: ['entry.read'], label: 'navMap' },
    ],
  },
  {
    label: 'navGroupStatus',
    places: [
      {
        to: '/programmes/$programmeId/lights',
        actions: ['light.read'],
        label: 'navLights',
        also: ['light-rules'],
      },
      { to: '/programmes/$programmeId/matrix', actions: ['light.read'], label: 'navMatrix' },
      { to: '/programmes/$programmeId/milestones', actions: ['light.read'], label: 'navMilestones' },
      { to: '/programmes/$programmeId/forecasts', actions: ['light.read'], label: 'navForecasts' },
    ],
  },
  {
    label: 'navGroupWork',
    places: [
      { to: '/programmes/$programmeId/sheets', actions: ['actual.read'], label: 'navSheets' },
      {
        to: '/programmes/$programmeId/review',
        actions: ['review.lead', 'review.office'],
        label: 'navReview',
      },
      { to: '/programmes/$programmeId/ledgers', actions: ['entry.read'], label: 'navLedgers' },
      { to: '/programmes/$programmeId/plans', actions: ['plan.read'], label: 'navPlans' },
      { to: '/programmes/$programmeId/signing', actions: ['plan.sign'], label: 'navSigning' },
      { to: '/programmes/$programmeId/periods', actions: ['period.read'], label: 'navPeriods' },
    ],
  },
  {
    label: 'navGroupSupervision',
    places: [
      {
        to: '/programmes/$programmeId/orders',
        actions: ['order.read'],
        label: 'navOrders',
        also: ['instruct', 'ladder-rules'],
      },
      { to: '/programmes/$programmeId/papers', actions: ['paper.read'], label: 'navPapers' },
    ],
  },
  {
    label: 'navGroupYearEnd',
    places: [
      { to: '/programmes/$programmeId/acceptance', actions: ['acceptance.read'], label: 'navAcceptance' },
      { to: '/programmes/$programmeId/assessment', actions: ['assessment.read'], label: 'navAssessment' },
      { to: '/programmes/$programmeId/carry-over', actions: ['carry-over.prepare'], label: 'navCarryOver' },
    ],
  },
] as const satisfies readonly GroupEntry[]

type Place = (typeof groups)[number]['places'][number]

export type Way = {
  readonly label: Place['label'] | NonNullable<(typeof groups)[number]['label']>
  readonly to: Place['to']
  /** One is there, or on a page that belongs there. */
  readonly isCurrent: boolean
}
export type Ways = {
  /** Kinds of work; each leads to the first place of its own that one may go to. */
  readonly groups: readonly Way[]
  /** The places of the group one is in, where there is a choice. */
  readonly places: readonly Way[]
}

/** Where somebody who may do these things can go from a page, and where they are. */
export function waysFrom(path: string, mayDo: (action: Action) => boolean): Ways {
  const open = groups.flatMap(({ label, places }) => {
    const ways = places.filter(({ actions }) => actions.some(mayDo)).map((place) => wayTo(place, path))
    return ways.length > 0 ? [{ label, ways }] : []
  })
  // Where there is one kind of work only, for the public say, its places need no name above them.
  if (open.length === 1) return { groups: open.flatMap(({ ways }) => ways), places: [] }
  const places = open.map(({ ways }) => ways).find((ways) => ways.some(({ isCurrent }) => isCurrent)) ?? []
  return {
    groups: open.flatMap(({ label, ways: [first, ...others] }) => {
      if (!first) return []
      if (label === null || others.length === 0) return [first]
      return [{ ...first, label, isCurrent: [first, ...others].some(({ isCurrent }) => isCurrent) }]
    }),
    places: places.length > 1 ? places : [],
  }
}

function wayTo(place: Place, path: string): Way {
  const also: readonly (string | undefined)[] = 'also' in place ? place.also : []
  const part = partAfterProgramme(path)
  return {
    label: place.label,
    to: place.to,
    isCurrent: [partAfterProgramme(place.to), ...also].includes(part),
  }
}

/** `lights` of `/programmes/…/lights`; undefined for the table itself. */
function partAfterProgramme(path: string): string | undefined {
  const [, , , part] = path.split('/')
  return part === '' ? undefined : part
}
