import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { appears, visit, type Visit } from '../support/visit.ts'
import { openSite } from '../support/site.ts'

const site = await openSite()

let browser: Browser
let visitor: Visit
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function arrive(address: string, as?: string): Promise<void> {
  visitor = await visit(browser, { site, ...(as === undefined ? {} : { as }) })
  page = visitor.page
  await page.goto(address)
}
afterEach(() => visitor.leave())

const submit = () => page.getByRole('main').getByRole('button', { name: '登录', exact: true })
/** Without the number of things to do. */
const places = async () => {
  const links = page.getByRole('navigation', { name: '主导航' }).getByRole('link')
  return (await links.allInnerTexts()).map((text) => text.replace(/\s*\d+$/, ''))
}

describe('the public', () => {
  it('reads the table without signing in, and is told that this is a demonstration', async () => {
    await arrive('/')
    await page.getByRole('table').waitFor()
    await page.getByText('演示数据，数字均为虚构；账号公开，请勿填写真实信息。').waitFor()
    expect(await places()).toEqual(['民生实事', '历年'])
  })
})

describe('signing in', () => {
  it('asks for what is missing', async () => {
    await arrive('/sign-in')
    await submit().click()
    await page.getByText('请填写用户名。').waitFor()
    expect(await appears(page.getByText('请填写密码。'))).toBe(true)
  })

  it('says when the password is wrong, and then leads back to where one came from', async () => {
    await arrive('/programmes')
    await page.getByRole('link', { name: '登录' }).click()
    await page.getByLabel('用户名').fill('ducha')
    await page.getByLabel('密码').fill('not-it')
    await submit().click()
    await page.getByRole('alert').getByText('用户名或密码不对。').waitFor()
    await page.getByLabel('密码').fill('jiannuo-demo')
    await submit().click()
    await page.getByRole('heading', { name: '历年民生实事' }).waitFor()
    expect(await appears(page.getByRole('button', { name: '退出' }))).toBe(true)
  })

  it('follows no address of another site', async () => {
    await arrive('/sign-in?next=//example.org/', 'ducha')
    await page.getByRole('button', { name: /^督查室/ }).click()
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    expect(new URL(page.url()).origin).toBe(site)
  })

  it.each([
    ['督查室', ['民生实事', '历年', '待办', '导入']],
    ['牵头单位联络员', ['民生实事', '历年', '待办']],
    ['系统管理员', ['民生实事', '历年', '人员', '岗位']],
    ['安全管理员', ['民生实事', '历年', '会话']],
    ['审计管理员', ['民生实事', '历年', '日志']],
  ])(
    'as %s takes one press in the demonstration, and shows only what the post may do',
    async (role, expected) => {
      await arrive('/sign-in')
      await page.getByRole('button', { name: new RegExp(`^${role}`) }).click()
      await page.getByRole('button', { name: '退出' }).waitFor()
      await expect.poll(places).toEqual(expected)
    },
  )

  it('ends with signing out', async () => {
    await arrive('/people', 'xitong')
    await page.getByRole('table', { name: '人员' }).waitFor()
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('link', { name: '登录' }).waitFor()
    await expect.poll(places).toEqual(['民生实事', '历年'])
  })
})

describe('a session that has ended', () => {
  it('is taken up again in a dialog, and the page stays', async () => {
    await arrive('/log', 'shenji')
    await page.getByRole('table', { name: '日志' }).waitFor()
    await page.context().clearCookies()
    await page.getByRole('link', { name: '历年' }).click()
    await page.clock.install()
    await page.clock.fastForward('00:30')
    await page.getByRole('link', { name: '日志' }).click()
    const dialog = page.getByRole('dialog', { name: '请重新登录' })
    await dialog.getByLabel('用户名').fill('shenji')
    await dialog.getByLabel('密码').fill('jiannuo-demo')
    await dialog.getByRole('button', { name: '登录', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(page.url()).toBe(`${site}/log`)
    await page.getByRole('table', { name: '日志' }).waitFor()
  })
})

describe('the administrators', () => {
  it('of security ends somebody’s session', async () => {
    const other = await visit(browser, { site, as: 'lingdao' })
    await arrive('/sessions', 'anquan')
    await page.getByRole('button', { name: '结束分管领导的会话' }).first().click()
    await page.getByRole('button', { name: '结束分管领导的会话' }).first().waitFor({ state: 'detached' })
    const session = (await (await other.page.request.get('/api/session')).json()) as { person: unknown }
    await other.leave()
    expect(session.person).toBeNull()
  })

  it('of the log reads what was done, in words', async () => {
    await arrive('/log', 'shenji')
    expect(await appears(page.getByRole('row').filter({ hasText: '确立' }).first())).toBe(true)
  })
})

describe('the language', () => {
  it('is switched for everything and remembered', async () => {
    await arrive('/')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('columnheader', { name: 'Lead unit' }).waitFor()
    await page.reload()
    await page.getByRole('columnheader', { name: 'Lead unit' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.title()).toContain('Jiannuo')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('columnheader', { name: '牵头单位' }).waitFor()
  })
})
