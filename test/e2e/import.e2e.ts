import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessibilityFaults } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { openSite } from '../support/site.ts'

const sample = join(import.meta.dirname, '../../samples/changzhou-2023.docx')
const site = await openSite()

let browser: Browser
let context: BrowserContext
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'zh-CN' })
  context.setDefaultTimeout(10_000)
  page = await context.newPage()
  complaints.length = 0
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${site}/sign-in`)
  await page.getByLabel('用户名').fill('ducha')
  await page.getByLabel('密码').fill('jiannuo-demo')
  await page.locator('form').getByRole('button', { name: '登录' }).click()
  // Signing in leads to the newest programme; a click before it has come there would be overtaken.
  await page.waitForURL(/\/programmes\//)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '导入' }).click()
  await page.getByRole('heading', { name: '导入任务分解表' }).waitFor()
})
afterEach(async () => {
  await context.close()
  if (complaints.length > 0) throw new Error(`The page broke: ${complaints.join('；')}`)
})

async function upload(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles(file)
}

/** Uploads the sample, of which the demonstration's programme was made, and goes on to a dry run of its own. */
async function importSample(): Promise<void> {
  await upload(sample)
  await page.getByRole('link', { name: '继续作为新的一次导入' }).click()
  await page.getByRole('tablist', { name: '读取结果的分类' }).waitFor()
}

const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) })
const reading = (words: string): Locator =>
  page
    .getByRole('tabpanel')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: words, exact: true }) })
const source = () => page.getByRole('region', { name: '原文，与读取结果对照' })

const isLit = async (element: Locator): Promise<boolean> =>
  (await element.first().getAttribute('data-lit')) !== null

const focusedWords = () => page.evaluate<string>('document.activeElement.innerText')

async function correct(row: Locator, action: string): Promise<void> {
  await row.hover()
  await row.getByRole('button', { name: action, exact: true }).click()
}

/** Puts the caret into a sentence as a click between two characters does. */
async function placeCaret(field: Locator, offset: number): Promise<void> {
  await field.focus()
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < offset; step += 1) await page.keyboard.press('ArrowRight')
}

describe('a file that was imported before', () => {
  it('is recognised, leads to what became of it, and can be imported again all the same', async () => {
    await upload(sample)
    const notice = page.getByText(/这份文件已于.*导入，并确立为《2023年度常州市民生实事项目任务分解表》/)
    await notice.waitFor()
    expect(await page.getByRole('link', { name: '打开该年度实事' }).first().getAttribute('href')).toMatch(
      /^\/programmes\//,
    )
    await page.getByRole('link', { name: '继续作为新的一次导入' }).click()
    const summary = page.getByRole('banner').or(page.getByRole('main')).getByRole('list').first()
    await summary.getByText('10 个项目').waitFor()
    await summary.getByText('32 项任务').waitFor()
    await summary.getByText('110 项承诺').waitFor()
    await summary.getByText(/全文 \d+ 字无遗漏/).waitFor()
  })
})

describe('the dry run', () => {
  beforeEach(importSample)

  it('lights up the document for a reading and the reading for the document', async () => {
    await tab('全部').click()
    const row = reading('新增普惠托班 176 个')
    const printed = source().getByRole('link', { name: '新增普惠托班数176个' })
    await row.hover()
    expect(await isLit(printed)).toBe(true)
    const other = source().getByRole('link', { name: '新增省优质幼儿园9所' })
    await other.hover()
    expect(await isLit(printed)).toBe(false)
    expect(await isLit(reading('新增省优质幼儿园 9 所'))).toBe(true)
    // By keyboard too, and with the reason where there is one.
    await source().getByRole('link', { name: '24小时' }).focus()
    await page.getByText('不是目标：日期或时长').waitFor()
  })

  it('jumps from a promise in the document to its reading, whatever tab is open', async () => {
    await tab('单位').click()
    await source().getByRole('link', { name: '打通断头路11条' }).click()
    const row = reading('打通断头路 11 条')
    await row.waitFor()
    expect(await tab('全部').getAttribute('aria-selected')).toBe('true')
    expect(await isLit(row)).toBe(true)
    expect(await focusedWords()).toBe('打通断头路 11 条')
  })

  it('is corrected, adopted, and found on the living table with the corrected value', async () => {
    await tab('全部').click()

    // Another value, typed the way officials write.
    await correct(reading('建成口袋公园 28 个'), '更正')
    const form = page.getByRole('form', { name: '更正这项承诺' })
    await form.getByLabel('目标值').fill('1.2万')
    await form.getByText('即 12000').waitFor()
    await form.getByRole('button', { name: '保存' }).click()
    await reading('建成口袋公园 12,000 个').getByText('已更正').waitFor()

    // Not a target, and back again.
    await correct(reading('打通断头路 11 条'), '不是目标')
    await reading('打通断头路 11 条').waitFor({ state: 'detached' })
    await page.getByText('已改为不是目标，已保存').waitFor()
    await page.keyboard.press('Control+z')
    await reading('打通断头路 11 条').waitFor()

    // One into two, and the two into one.
    await correct(reading('新增省优质幼儿园 9 所'), '拆分')
    const split = page.getByRole('form', { name: '拆成两项' })
    await placeCaret(split.getByRole('textbox', { name: /在句子里点一下/ }), '新增省优质'.length)
    await split.getByRole('group', { name: /第 2 项.*幼儿园9所/ }).waitFor()
    await split.getByRole('button', { name: '保存为两项' }).click()
    await page.getByText('已拆分，已保存').waitFor()
    await reading('新增幼儿园 9 所').waitFor()
    expect(await tab('全部').textContent()).toContain('111')
    await correct(reading('新增省优质'), '与下一项合并')
    await page.getByText('已合并，已保存').waitFor()
    expect(await tab('全部').textContent()).toContain('110')

    // A printed name stands for a unit that has yet to be made.
    await tab('单位').click()
    await correct(reading('供电公司'), '更改')
    const unit = page.getByRole('form', { name: '“供电公司”对应的单位' })
    await unit.getByRole('radio', { name: '新建单位' }).check()
    await unit.getByLabel('单位名称').fill('常州市供电公司')
    await unit.getByRole('button', { name: '保存' }).click()
    await reading('供电公司')
      .getByText(/新建“常州市供电公司”/)
      .waitFor()

    // A printed name stands for another unit there is.
    await correct(reading('市交通运输局'), '更改')
    const known = page.getByRole('form', { name: '“市交通运输局”对应的单位' })
    await known.getByRole('combobox', { name: '名录中的单位' }).fill('市水利')
    await page.getByRole('option', { name: '市水利局' }).or(page.getByTitle('市水利局')).last().click()
    await known.getByRole('button', { name: '保存' }).click()
    await reading('市交通运输局').getByText('名录中的“市水利局” · 人工选定').waitFor()
    await page.getByRole('button', { name: '撤销' }).click()
    await reading('市交通运输局').getByText('名录中已有').waitFor()

    const importAddress = page.url()
    await page.getByRole('button', { name: '确立为年度民生实事' }).click()
    const dialog = page.getByRole('dialog', { name: '确立为年度民生实事？' })
    await dialog.getByText(/10 个项目、32 项任务、110 项承诺/).waitFor()
    await dialog.getByText(/将新建 1 个单位/).waitFor()
    await dialog.getByRole('button', { name: '确立', exact: true }).click()

    await page.waitForURL(/\/programmes\//)
    await page.getByRole('searchbox', { name: '查找承诺、单位、领导' }).fill('口袋公园')
    await page
      .getByRole('link', { name: /建成口袋公园28个/ })
      .first()
      .click()
    await page.waitForURL(/\/indicators\//)
    await page.getByText('12,000', { exact: true }).waitFor()

    // What is adopted can be looked at and no longer touched.
    await page.goto(importAddress)
    await page.getByText('这次导入已确立为年度民生实事').waitFor()
    await tab('全部').click()
    await reading('建成口袋公园 12,000 个').hover()
    expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: '确立为年度民生实事' }).count()).toBe(0)
  })

  it('is worked through with the keyboard alone', async () => {
    const before = Number((await tab('需确认').textContent())?.replace(/\D/g, ''))
    await page.getByRole('tabpanel').focus()
    await page.keyboard.press('ArrowDown')
    const first = await focusedWords()
    await page.keyboard.press('j')
    const second = await focusedWords()
    expect(second).not.toBe(first)
    await page.keyboard.press('k')
    expect(await focusedWords()).toBe(first)
    await page.keyboard.press('c')
    await page.getByText('已确认，已保存').waitFor()
    // The confirmed one is gone, and the next has the focus.
    expect(await focusedWords()).toBe(second)
    expect(await tab('需确认').textContent()).toContain(String(before - 1))
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: '更正这项承诺' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('form', { name: '更正这项承诺' }).waitFor({ state: 'detached' })
    expect(await focusedWords()).toBe(second)
    await page.keyboard.press('Control+z')
    await page.getByText('已撤销上一处更正，已保存').waitFor()
    expect(await tab('需确认').textContent()).toContain(String(before))
  })

  it('makes a promise of a number that was left out', async () => {
    await tab('非目标数字').click()
    await correct(reading('24小时'), '补为承诺')
    const form = page.getByRole('form', { name: '补一项承诺' })
    await form.getByLabel('对象').fill('心理热线公益咨询')
    await form.getByRole('button', { name: '保存' }).click()
    await page.getByText('已补入，已保存').waitFor()
    await tab('全部').click()
    await page.getByRole('tabpanel').getByText('心理热线公益咨询').waitFor()
    expect(await reading('24小时').count()).toBe(0)
  })

  it('keeps what was typed over a reload', async () => {
    await tab('全部').click()
    await correct(reading('新增托位 3,400 个'), '更正')
    await page.getByLabel('目标值').fill('9999')
    await page.getByLabel('计量单位').fill('座')
    await page.reload()
    const form = page.getByRole('form', { name: '更正这项承诺' })
    await form.getByText('这是您上次填写、尚未保存的内容').waitFor()
    expect(await form.getByLabel('目标值').inputValue()).toBe('9999')
    await form.getByRole('button', { name: '保存' }).click()
    await reading('新增托位 9,999 座').waitFor()
  })

  it('keeps what was typed over a lost connection', async () => {
    await tab('全部').click()
    await correct(reading('新增托位 3,400 个'), '更正')
    const form = page.getByRole('form', { name: '更正这项承诺' })
    await form.getByLabel('目标值').fill('3500')
    await context.setOffline(true)
    await form.getByRole('button', { name: '保存' }).click()
    await form.getByRole('alert').getByText('连不上服务器').waitFor()
    expect(await form.getByLabel('目标值').inputValue()).toBe('3500')
    await context.setOffline(false)
    await form.getByRole('button', { name: '重试' }).click()
    await reading('新增托位 3,500 个').waitFor()
  })

  it('tells the second of two people who correct at once, and loses nothing of what they typed', async () => {
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByRole('tablist').waitFor()
    await other.getByRole('button', { name: '确认无误' }).first().click()
    await other.getByText('已确认，已保存').waitFor()

    await tab('全部').click()
    await correct(reading('新增托位 3,400 个'), '更正')
    const form = page.getByRole('form', { name: '更正这项承诺' })
    await form.getByLabel('目标值').fill('3600')
    await form.getByRole('button', { name: '保存' }).click()
    await form.getByRole('alert').getByText('刚才有人先保存了另一处更正').waitFor()
    expect(await form.getByLabel('目标值').inputValue()).toBe('3600')
    await form.getByRole('button', { name: '重试' }).click()
    await reading('新增托位 3,600 个').waitFor()
    // The other person's correction stands.
    await page.getByRole('tabpanel').getByText('已确认').first().waitFor()
  })

  it.each([
    ['on a wide screen', 1440, 1000],
    ['on a phone', 390, 844],
  ])('has no fault that axe knows of, in any state, %s', async (_, width, height) => {
    await page.setViewportSize({ width, height })
    for (const name of ['需确认', '全部', '非目标数字', '单位', '未采用文字']) {
      await tab(name).click()
      expect(await accessibilityFaults(page), name).toEqual([])
    }
    await tab('全部').click()
    for (const action of ['更正', '拆分']) {
      await page.getByRole('button', { name: '新增普惠托班 176 个' }).focus()
      await page.keyboard.press(action === '更正' ? 'Enter' : 's')
      await page.getByRole('form').waitFor()
      expect(await accessibilityFaults(page), action).toEqual([])
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: '确立为年度民生实事' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await accessibilityFaults(page), '确立').toEqual([])
    await page.getByRole('button', { name: '再看看' }).click()
    // Where only one side fits, the other is a switch away.
    for (const side of await page.getByRole('button', { name: '原文', exact: true }).all()) {
      await side.click()
      expect(await accessibilityFaults(page), '原文').toEqual([])
    }
    await page.goto(`${site}/imports`)
    await page.getByRole('heading', { name: '以往的导入' }).waitFor()
    expect(await accessibilityFaults(page), '导入').toEqual([])
  })
})

describe('a file that is no task table', () => {
  const folder = makeTemporaryDirectory('uploads')
  afterAll(() => rm(folder, { recursive: true }))

  const noTable = () =>
    Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('会议通知：下周一开会。')] }] }))
  it.each<[string, string, () => Promise<Buffer>, RegExp]>([
    [
      'an archive',
      '资料.zip',
      async () => Buffer.from(zipSync({ 'a.txt': strToU8('x') })),
      /“资料\.zip”是压缩包/,
    ],
    ['an empty file', '空.docx', async () => Buffer.alloc(0), /“空\.docx”是空文件/],
    ['a document without such a table', '通知.docx', noTable, /没有找到任务分解表/],
    [
      'a broken document',
      '坏.docx',
      async () => (await readFile(sample)).subarray(0, 9000),
      /文件已损坏|无法识别/,
    ],
    ['a file beyond the limit', '大.docx', async () => Buffer.alloc(20 * 1024 * 1024 + 1), /文件超过 20 MB/],
  ])('%s is refused in a sentence, and the list stays as it was', async (_, name, content, sentence) => {
    const rows = page.getByRole('table', { name: '以往的导入' }).getByRole('row')
    await rows.first().waitFor()
    const before = await rows.count()
    // By its path: 20 MB through the pipe to the browser can take longer than its patience.
    const path = join(folder, name)
    await writeFile(path, await content())
    await upload(path)
    const alert = page.getByRole('alert')
    await alert.getByText(sentence).waitFor()
    expect(await alert.textContent()).toContain(`“${name}”没有导入`)
    await page.reload()
    await rows.first().waitFor()
    expect(await rows.count()).toBe(before)
  })
})
