/** Results and plans printed beside the promises, in the dry run and its report. */
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planColumn } from '../documents/layouts/plan-column.ts'
import { progressTable } from '../documents/layouts/progress-table.ts'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { type Layout, writers } from '../support/layout-document.ts'
import { phone, visit, wide } from '../support/visit.ts'
import { openSite } from '../support/site.ts'

const site = await openSite()

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const tab = (page: Page) => page.getByRole('tab', { name: /^计划与实绩/ })
const focused = (page: Page) => page.evaluate<string>('document.activeElement.innerText')
const focusedPane = (page: Page) =>
  page.evaluate<string>('document.activeElement.closest("[data-pane]").dataset.pane')
const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

async function readLayout(page: Page, name: string, { blocks }: Layout): Promise<void> {
  await page.goto('/imports')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/html', buffer: Buffer.from(writers.html(blocks)) })
  const goOn = page.getByRole('link', { name: '继续作为新的一次导入' })
  await goOn.or(tab(page)).first().waitFor()
  if (await goOn.isVisible()) await goOn.click()
  await tab(page).click()
}

describe('what is printed beside the promises', () => {
  it('results stand with their period, their answer and the promises they belong to, and lead to the source', async () => {
    const { page, leave } = await visit(browser, { site, as: 'ducha', ...wide })
    await readLayout(page, '推进情况.html', progressTable)
    expect(await tab(page).innerText()).toMatch(/4$/) // two periods of two tasks
    const results = page.getByRole('region', { name: '已有实绩' })
    const row = results.getByRole('listitem').filter({ hasText: '1—10月 · 是否达序：是' })
    const own = row.getByRole('list', { name: '对应承诺' })
    expect(await own.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/普惠托位 480 \/ 600 个$/),
      expect.stringMatching(/社区托育点 6 \/ 8 个$/),
    ])
    const words = results.getByRole('button', { name: '完工7个，其余5个正在施工', exact: true })
    await words.click()
    const source = page.getByRole('region', { name: '原文，与读取结果对照' })
    const printed = source.getByRole('link', { name: '完工7个，其余5个正在施工', exact: true })
    expect(await printed.getAttribute('data-lit')).not.toBeNull()
    expect(await focused(page)).toBe('完工7个，其余5个正在施工')
    await page.getByRole('tab', { name: /^全部/ }).click()
    await printed.click()
    expect(await tab(page).getAttribute('aria-selected')).toBe('true')
    expect(await focusedPane(page)).toBe('reading')
    expect(await focused(page)).toBe('完工7个，其余5个正在施工')
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toBe('完工5个')
    await page.keyboard.press('o')
    expect(await focusedPane(page)).toBe('source')
    expect(await focused(page)).toBe('完工5个')
    await leave()
  })

  it('steps of a plan stand with the day they are due', async () => {
    const { page, leave } = await visit(browser, { site, as: 'ducha', ...wide })
    await readLayout(page, '实施计划.html', planColumn)
    const steps = page.getByRole('region', { name: '进度安排' }).getByRole('region', { name: '1.1' })
    expect(await steps.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^3月底前完成摸底；\s+2030年3月31日前$/),
      expect.stringMatching(/^6月底前完成200户；\s+2030年6月30日前$/),
      expect.stringMatching(/^9月底前完成450户；\s+2030年9月30日前$/),
      expect.stringMatching(/^12月底前全部完成600户。\s+2030年12月31日前$/),
    ])
    await leave()
  })

  it('are in the report and its spreadsheet', async () => {
    const { page, leave } = await visit(browser, { site, as: 'ducha', ...wide })
    await readLayout(page, '推进情况.html', progressTable)
    await page.getByRole('link', { name: '导入报告' }).click()
    const table = page.getByRole('table', { name: '已有实绩' })
    await table.getByRole('row', { name: /完工5个 任务 2\.1：1—9月 原文第/ }).waitFor()
    const address = `${new URL(page.url()).pathname.replace('/imports/', '/api/imports/')}.xlsx`
    const entries = unzipSync(await (await page.request.get(address)).body())
    const texts = Object.values(entries)
      .map((bytes) => strFromU8(bytes))
      .join('')
    expect(texts).toContain('完工7个，其余5个正在施工')
    expect(texts).toContain('已有实绩')
    await readLayout(page, '实施计划.html', planColumn)
    await page.getByRole('link', { name: '导入报告' }).click()
    const plan = page.getByRole('table', { name: '进度安排' })
    await plan.getByRole('row', { name: /上半年建成300个； 任务 2\.1：2030年6月30日前/ }).waitFor()
    await leave()
  })
})

it.each([
  ['a wide screen', wide, 'zh'],
  ['a phone', phone, 'zh'],
  ['a wide screen in English', wide, 'en'],
] as const)('on %s axe finds nothing, and nothing reaches beyond the screen', async (_, size, language) => {
  const { page, leave } = await visit(browser, { site, as: 'ducha', ...size })
  for (const [name, layout] of [
    ['推进情况.html', progressTable],
    ['实施计划.html', planColumn],
  ] as const) {
    await readLayout(page, name, layout)
    await page.evaluate(`localStorage.setItem('jiannuo.language', '${language}')`)
    await page.reload()
    await page.getByRole('tabpanel').getByRole('listitem').first().waitFor()
    expect(await accessibilityFaults(page), name).toEqual([])
    expect(await page.evaluate(overhang), name).toBe(0)
    await page.evaluate("localStorage.setItem('jiannuo.language', 'zh')")
  }
  await leave()
})
