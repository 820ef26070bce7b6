/** The demonstration with work under way in it, done through the API: plans, an entry with its photograph, a month reported. */
import type { Browser, Page } from 'playwright-core'
import type { LedgersPage } from '../../src/contract/ledgers.ts'
import type { Sheet } from '../../src/contract/reporting.ts'
import { nothingTyped } from '../../src/domain/reporting/actual.ts'
import { planByDefault } from './default-plans.ts'
import { readApi, sendApi } from './page-api.ts'
import { samplePhotograph } from './sample-photograph.ts'
import { demoProgramme, visit } from './visit.ts'

export type FilledMonth = {
  readonly month: string
  /** A district with everything to do, and a promise it keeps a ledger of. */
  readonly unitId: string
  readonly indicatorId: string
  readonly entryId: string
}

const month = '2023-02-01'

export async function fillMonth(browser: Browser, site: string): Promise<FilledMonth> {
  const as = async <Result>(
    who: string,
    work: (page: Page, own: string) => Promise<Result>,
  ): Promise<Result> => {
    const one = await visit(browser, { site, as: who })
    const { person } = await readApi(one.page, '/session')
    const result = await work(one.page, person.posts[0].unitId)
    await one.leave()
    return result
  }
  const programme = await as('qiantou', async (page) => {
    const found = await demoProgramme(page)
    await planByDefault(page, site, found)
    return found
  })
  const photograph = await samplePhotograph(1, { takenAt: '2022:12:01 09:30:00' })
  const enter = (page: Page, indicatorId: string, unitId: string) =>
    sendApi(page, site, `${programme}/ledgers/${indicatorId}/units/${unitId}/entries`, {
      typed: { name: '阳湖托育园', 'done-on': '2023-02-14' },
      again: false,
    })
  const filled = await as('xiaqu', async (page, unitId) => {
    const { ledgers }: LedgersPage = await readApi(page, `${programme}/ledgers?unitId=${unitId}`)
    const indicatorId = ledgers.find(({ target }) => target.ledger === 'points')?.indicatorId ?? ''
    const { id } = await enter(page, indicatorId, unitId)
    const cell = `indicatorId=${indicatorId}&unitId=${unitId}&month=${month}&entryId=${id}`
    const added = await page.request.post(`/api${programme}/evidence?${cell}`, {
      headers: { origin: site },
      multipart: { file: { name: '现场.jpg', mimeType: 'image/jpeg', buffer: photograph } },
    })
    if (!added.ok()) throw new Error(await added.text())
    return { month, unitId, indicatorId, entryId: id as string }
  })
  const versions = await as('tianning', async (page, unitId) => {
    const { cells }: Sheet = await readApi(page, `${programme}/sheets/${month}/${unitId}`)
    const reported = cells.filter(({ target }) => target.kind === 'quantity').slice(0, 3)
    await sendApi(page, site, `${programme}/sheets/${month}/${unitId}/submission`, {
      lateReason: '补报',
      cells: reported.map(({ indicatorId }) => ({
        indicatorId,
        seen: 0,
        typed: { ...nothingTyped, value: '1000', problem: '进度偏慢', nextStep: '加快施工' },
      })),
    })
    return reported.map(({ indicatorId }) => ({ indicatorId, unitId, version: 1 }))
  })
  await as('fuzeren', (page) =>
    sendApi(page, site, `${programme}/reviews/${month}/lead`, {
      cells: versions.slice(0, 1),
      decision: 'approve',
      reason: '',
    }),
  )
  return filled
}
