/** A promise of the demonstration that was kept, done through the API: all that was planned is reported and approved. */
import type { Browser, Page } from 'playwright-core'
import type { AcceptanceListData } from '../../src/contract/acceptance.ts'
import type { LedgersPage } from '../../src/contract/ledgers.ts'
import type { Sheet } from '../../src/contract/reporting.ts'
import { nothingTyped } from '../../src/domain/reporting/actual.ts'
import { readApi, sendApi } from './page-api.ts'
import { demoProgramme, visit } from './visit.ts'

const month = '2023-12-01'
const districts = ['xiaqu', 'tianning', 'zhonglou', 'xinbei', 'jintan', 'liyang', 'jingkai']

/** The promise, which was planned before. One district has a place in its ledger. */
export async function keepPromise(browser: Browser, site: string, place = '阳湖托育园'): Promise<string> {
  const as = async <Result>(who: string, work: (page: Page, own: string) => Promise<Result>) => {
    const one = await visit(browser, { site, as: who })
    const { person } = await readApi(one.page, '/session')
    const result = await work(one.page, person.posts[0].unitId)
    await one.leave()
    return result
  }
  const [programme, promises] = await as('ducha', async (page) => {
    const found = await demoProgramme(page)
    const list: AcceptanceListData = await readApi(page, `${found}/acceptance`)
    return [found, list.promises] as const
  })
  const promise = await as('xiaqu', async (page, own) => {
    const { ledgers }: LedgersPage = await readApi(page, `${programme}/ledgers?unitId=${own}`)
    const located = new Set(
      ledgers.filter(({ target }) => target.ledger === 'points').map(({ indicatorId }) => indicatorId),
    )
    const chosen = promises.find(
      ({ id, target }) => located.has(id) && target.kind === 'quantity' && target.comparator !== 'range',
    )
    if (!chosen) throw new Error('the sample has a promise counted by places')
    await sendApi(page, site, `${programme}/ledgers/${chosen.id}/units/${own}/entries`, {
      typed: { name: place, 'done-on': '2023-12-14' },
      again: false,
    })
    return chosen.id
  })
  const units: string[] = []
  for (const officer of districts)
    await as(officer, async (page, own) => {
      const sheet = `${programme}/sheets/${month}/${own}`
      const { cells }: Sheet = await readApi(page, sheet)
      const cell = cells.find(({ indicatorId }) => indicatorId === promise)
      if (!cell) return
      units.push(own)
      const value = cell.plan?.value ?? '0'
      // Where more was reported before, it is corrected.
      const words = { problem: '进场晚', nextStep: '加快', correctionReason: '核实后更正' }
      const typed = { ...nothingTyped, ...words, value }
      await sendApi(page, site, `${sheet}/submission`, {
        lateReason: '补报',
        cells: [{ indicatorId: promise, seen: 0, typed }],
      })
    })
  for (const [who, step] of [
    ['fuzeren', 'lead'],
    ['ducha', 'office'],
  ] as const)
    await as(who, (page) =>
      sendApi(page, site, `${programme}/reviews/${month}/${step}`, {
        cells: units.map((unitId) => ({ indicatorId: promise, unitId, version: 1 })),
        decision: 'approve',
        reason: '',
      }),
    )
  return promise
}
