import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { madeUpTable } from '../support/made-up-table.ts'
import { appears, demoProgramme, phone, visit, wide, type Visit } from '../support/visit.ts'
import { openSite } from '../support/site.ts'

const site = await openSite()

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function come(as: string, size = wide): Promise<Visit> {
  const visitor = await visit(browser, { site, as, ...size })
  visitor.page.setDefaultTimeout(15_000)
  await visitor.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site })
  return visitor
}

type Programme = {
  projects: { tasks: { no: string; indicators: { id: string; object: string; kind: string }[] }[] }[]
}
async function promiseOf(page: Page, programme: string, object: string): Promise<string> {
  const { projects } = (await (await page.request.get(`/api${programme}`)).json()) as Programme
  const found = projects
    .flatMap(({ tasks }) => tasks.flatMap(({ indicators }) => indicators))
    .find((promise) => promise.object === object)
  if (!found) throw new Error(`no promise of ${object}`)
  return found.id
}

/** The cells of a row of the sheet, by the name of its unit. */
const cells = (page: Page, unit: string) =>
  page
    .getByRole('row', { name: new RegExp(`^${unit}`) })
    .getByRole('gridcell')
    .allInnerTexts()

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

async function copyToClipboard(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
}

describe('a plan', () => {
  it('is split by keyboard alone: typed, pasted, filled down, undone; kept over a reload; submitted', async () => {
    const { page, leave } = await come('qiantou')
    const programme = await demoProgramme(page)
    const id = await promiseOf(page, programme, '省优质幼儿园') // 9 of them over 7 districts
    await page.goto(`${programme}/plans/${id}`)
    const sheet = page.getByRole('grid')
    await sheet.waitFor()
    const unitOfRow = (row: number) =>
      sheet.getByRole('row').nth(row).getByRole('rowheader').locator('span').first().innerText()
    const sum = page.locator('.plan-sum')
    await sum.getByText('与目标一致').waitFor()

    // Into the sheet, and a share typed: its months follow as time goes, the sum with its difference at once.
    await sheet.getByRole('gridcell').first().focus()
    await page.keyboard.type('4')
    await press(page, 'Enter')
    const first = await unitOfRow(1)
    // 4 × k/12 halves up: .33 .67 1 1.33 1.67 2 2.33 2.67 3 3.33 3.67 4
    expect(await cells(page, first)).toEqual([
      '4',
      '0',
      '1',
      '1',
      '1',
      '2',
      '2',
      '2',
      '3',
      '3',
      '3',
      '4',
      '4',
    ])
    const before = await sum.innerText()
    expect(before).toMatch(/多 [23]/)

    // A column of seven from Excel over the shares: 2+2+1+1+1+1+1 = 9.
    await press(page, 'Control+Home')
    await copyToClipboard(page, '2\r\n2\r\n1\r\n1\r\n1\r\n1\r\n1\r\n')
    await press(page, 'Control+v')
    await sum.getByText('与目标一致').waitFor()
    await press(page, 'Control+z')
    await sum.getByText(/多 [23]/).waitFor()
    expect(await sum.innerText()).toBe(before)
    await press(page, 'Control+y')
    await sum.getByText('与目标一致').waitFor()

    // January of the first row typed and filled down over the first two; the months are typed from now on.
    await press(page, 'Control+Home', 'Tab')
    await page.keyboard.type('1')
    await press(page, 'Enter', 'Control+d')
    expect((await cells(page, first)).slice(0, 2)).toEqual(['2', '1'])
    const second = await unitOfRow(2)
    expect((await cells(page, second)).slice(0, 2)).toEqual(['2', '1'])
    expect(await page.getByRole('combobox', { name: '分月方式' }).inputValue()).toBe('typed')

    // Escape leaves a cell as it was; letters are no figure and are told where they stand.
    await page.keyboard.type('77')
    await press(page, 'Escape')
    expect((await cells(page, second)).slice(0, 2)).toEqual(['2', '1'])
    await page.keyboard.type('many')
    await press(page, 'Enter')
    await page.getByRole('button', { name: '提交分解' }).click()
    await page.getByRole('alert').getByText(`${second}1月：读不懂这个数或日期，请改正。`).waitFor()
    await page.reload()
    await page.getByText('未提交，已保存在本机').waitFor()
    expect((await cells(page, second)).slice(0, 2)).toEqual(['2', 'many'])
    const januaryOf = (unit: string) =>
      page
        .getByRole('row', { name: new RegExp(`^${unit}`) })
        .getByRole('gridcell')
        .nth(1)
    await januaryOf(second).click()
    await page.keyboard.type('1')
    await press(page, 'Enter')

    // 1 in January above the 0 that February has as time goes: levels never fall.
    await page.getByRole('button', { name: '提交分解' }).click()
    const problems = page.getByRole('alert')
    await problems.getByText(`${second}2月：累计数比上个月小`).waitFor()
    await januaryOf(first).click()
    await copyToClipboard(page, '0\r\n0\r\n')
    await press(page, 'Control+v')
    await problems.waitFor({ state: 'detached' })

    // Without a connection nothing is lost.
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '提交分解' }).click()
    await page.getByRole('alert').getByText('连不上服务器').waitFor()
    expect((await cells(page, second)).slice(0, 2)).toEqual(['2', '0'])
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '提交分解' }).click()
    await page.getByText('第 1 版已提交，等待承担单位签收。').waitFor()
    await page.getByRole('region', { name: '各版分解与签收' }).getByText('现行').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await leave()
  })

  it('that somebody else submitted first is told with the difference, and nothing typed is lost', async () => {
    const { page, leave } = await come('qiantou')
    const other = await come('qiantou')
    const programme = await demoProgramme(page)
    const id = await promiseOf(page, programme, '普惠托班')
    for (const { page: at } of [{ page }, other]) {
      await at.goto(`${programme}/plans/${id}`)
      await at.getByRole('gridcell').first().click()
    }
    await page.keyboard.type('30')
    await press(page, 'Enter')
    await other.page.keyboard.type('28')
    await press(other.page, 'Enter')
    await other.page.getByRole('button', { name: '提交分解' }).click()
    await other.page.getByText('第 1 版已提交').waitFor()
    await page.getByRole('button', { name: '提交分解' }).click()
    const conflict = page.getByRole('alert', { name: '别人先提交了一版' })
    await conflict.getByRole('row', { name: /28 30/ }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await conflict.getByRole('button', { name: '在最新一版之后提交我的' }).click()
    await page.getByRole('button', { name: '提交分解' }).click()
    await page.getByText('第 2 版已提交').waitFor()
    await other.leave()
    await leave()
  })
})

describe('all promises of the sample', () => {
  it('are split in one go, signed, objected to, changed with the office’s consent', async () => {
    const { page, leave } = await come('qiantou')
    const programme = await demoProgramme(page)
    await page.goto(`${programme}/plans`)
    const all = page.getByRole('button', { name: /^选择全部待分解（\d+）$/ })
    const left = Number(/\d+/.exec(await all.innerText())?.[0])
    expect(left).toBeGreaterThanOrEqual(108) // 110 less those of the tests above
    await all.click()
    await page.getByRole('button', { name: `按默认分解（${left}）` }).click()
    await page.getByRole('grid', { name: '分解预览' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: `提交 ${left} 项分解` }).click()
    await page.getByText(`已提交 ${left} 项分解`).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: '待分解 0' }).waitFor()

    // The district objects to one and signs for all the others.
    const district = await come('xiaqu')
    await district.page.goto(`${programme}/signing`)
    const parks = district.page.getByRole('listitem', { name: /优质幼儿园/ })
    await parks.getByRole('checkbox').check()
    await district.page.getByRole('button', { name: '对所选提出异议（1）' }).click()
    await district.page.getByRole('button', { name: '提出异议', exact: true }).click()
    await district.page.getByRole('alert').getByText('请填写异议理由').waitFor()
    await district.page.getByLabel('异议理由').fill('与区内建设计划不符')
    await district.page.getByRole('button', { name: '提出异议', exact: true }).click()
    await parks.getByText('与区内建设计划不符').waitFor()
    const others = district.page.getByRole('listitem', { name: /^新增托位/ })
    await others.getByRole('checkbox').check()
    await district.page.getByRole('button', { name: '签收所选（1）' }).click()
    await others.getByText(/签收$/).waitFor()
    expect(await accessibilityFaults(district.page)).toEqual([])

    // The lead unit changes a signed plan; the office consents.
    const places = await promiseOf(page, programme, '托位')
    await page.goto(`${programme}/plans/${places}`)
    await page.getByRole('gridcell').first().click()
    await page.keyboard.type('500')
    await press(page, 'Enter')
    await page.getByRole('button', { name: '提交调整，报督查室同意' }).click()
    await page.getByRole('alert').getByText('请填写调整原因').waitFor()
    await page.getByLabel('调整原因').fill('新建园提前交付')
    await page.getByRole('button', { name: '提交调整，报督查室同意' }).click()
    await page.getByText('等待督查室同意').first().waitFor()
    const office = await come('ducha')
    await office.page.goto(`${programme}/plans`)
    const queue = office.page.getByRole('region', { name: '待同意的调整（1）' })
    await queue.getByText('新建园提前交付').waitFor()
    await queue.getByText('500').waitFor()
    await queue.getByRole('button', { name: '不同意' }).click()
    await queue.getByRole('alert').getByText('写明理由').waitFor()
    expect(await accessibilityFaults(office.page)).toEqual([])
    await queue.getByRole('button', { name: '同意调整' }).click()
    await queue.waitFor({ state: 'detached' })

    // In the table the promise says where its plan stands; staff see who carries how much.
    await office.page.goto(`${programme}/indicators/${places}`)
    await office.page.getByText('待签收').first().waitFor()
    const account = office.page.getByRole('region', { name: '分解与签收' })
    expect(await appears(account.getByText('500', { exact: true }))).toBe(true)
    await office.leave()
    await district.leave()
    await leave()
  })

  it('go out as a spreadsheet and come back; a file that is none is refused', async () => {
    const { page, leave } = await come('qiantou')
    await page.goto(`${await demoProgramme(page)}/plans`)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载 Excel 分解表' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/分解表（演示）\.xlsx$/)
    await page.getByLabel('上传填好的分解表').setInputFiles(await file.path())
    await page.getByText(/另有 1\d\d 项与现有分解相同/).waitFor()
    const table = Buffer.from(await madeUpTable('2023年度', 2023, [['工程', '新建公园1个。', '市园林局']]))
    await page
      .getByLabel('上传填好的分解表')
      .setInputFiles({ name: '表.docx', mimeType: 'application/octet-stream', buffer: table })
    await page.getByRole('alert').getByText('文件里没有分解表').waitFor()
    await leave()
  })
})

describe.each([
  ['on a wide screen', wide],
  ['on a phone', phone],
] as const)('%s', (_, size) => {
  it.each([
    ['qiantou', '/plans'],
    ['qiantou', '/plans/托位'],
    ['qiantou', '/plans/市疾控中心检验检测大楼'],
    ['xiaqu', '/plans/托位'],
    ['xiaqu', '/signing'],
    ['tianning', '/signing'],
    ['ducha', '/plans?state=signed'],
  ])('axe finds nothing for %s at %s, and nothing reaches beyond the screen', async (as, path) => {
    const { page, leave } = await come(as, size)
    const programme = await demoProgramme(page)
    const object = /\/plans\/(.+)/.exec(path)?.[1]
    const address = object === undefined ? path : `/plans/${await promiseOf(page, programme, object)}`
    await page.goto(`${programme}${address}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0)
    await leave()
  })
})
