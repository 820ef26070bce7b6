import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { phone, visit, wide } from '../support/visit.ts'
import { openSite } from '../support/site.ts'

const site = await openSite()

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const heads = '<tr><th>序号</th><th>项目名称</th><th>主要内容</th><th>责任单位</th></tr>'
const tableOf = (...texts: readonly string[]) =>
  `<table>${heads}${texts.map((text, i) => `<tr><td>${i + 1}</td><td>工程${i + 1}</td><td>${text}</td><td>市教育局、市住建局</td></tr>`).join('')}</table>`
const notice = `<html><body><h1>2031年民生实事任务分解表</h1><p>注：责任单位中列第一位的为牵头单位。</p>
${tableOf('新建学校3所。', '新建公园5个。')}<p>附件2</p><h1>2031年重点项目任务分解表</h1>${tableOf('新建图书馆1座。')}</body></html>`

it.each([
  ['on a wide screen', wide],
  ['on a phone', phone],
])('%s a document’s rule is shown, and its other table can be read instead', async (_, size) => {
  const { page, leave } = await visit(browser, { site, as: 'ducha', ...size })
  await page.goto('/imports')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles({ name: '通知.html', mimeType: 'text/html', buffer: Buffer.from(notice) })
  const goOn = page.getByRole('link', { name: '继续作为新的一次导入' })
  await goOn
    .or(page.getByRole('tab', { name: /^需确认/ }))
    .first()
    .waitFor()
  if (await goOn.isVisible()) await goOn.click()
  await page.getByRole('tab', { name: /^需确认/ }).click()

  await page.getByText('按此以列第一位的单位为牵头单位。').waitFor()
  await page.getByRole('heading', { name: '文件中的其他任务表' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  const before = page.url()
  await page.getByRole('button', { name: '改读这张表' }).click()
  await page.waitForURL((url) => url.href !== before && url.pathname.startsWith('/imports/'))
  await page.getByText('1 个项目').first().waitFor()
  await leave()
})
