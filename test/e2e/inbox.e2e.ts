import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openSite } from '../support/site.ts'
import { appears, demoProgramme, visit } from '../support/visit.ts'

const site = await openSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())

it('a notice arrives in another browser without reloading, leads to its place and is marked done', async () => {
  const district = await visit(browser, { site, as: 'xiaqu' })
  const office = await visit(browser, { site, as: 'ducha' })
  await district.page.goto('/inbox')
  await district.page.getByRole('heading', { name: '没有待办' }).waitFor()
  await office.page.goto('/')
  const programme = await demoProgramme(office.page)
  const frozen = await office.page.request.post(`/api${programme}/freezes`, {
    data: { month: '2023-01-01', no: 1, reason: '' },
    headers: { origin: site },
  })
  expect(await frozen.json()).toMatchObject({ no: 1 })
  const link = district.page.getByRole('main').getByRole('link', { name: '2023年1月的数已经定稿。' })
  await link.waitFor()
  await district.page.getByRole('navigation').getByRole('link', { name: '待办 1' }).waitFor()
  expect(await link.getAttribute('href')).toBe(`${programme}/periods?month=2023-01-01`)
  await district.page.getByRole('button', { name: /^标为已办/ }).click()
  await district.page.getByRole('heading', { name: '没有待办' }).waitFor()
  await district.page.getByRole('button', { name: '查看已办的' }).click()
  await district.page.getByRole('button', { name: /^重新列为未办/ }).click()
  expect(await appears(district.page.getByRole('navigation').getByRole('link', { name: '待办 1' }))).toBe(
    true,
  )
  await district.leave()
  await office.leave()
})

it('a stand-in named for today finds the post’s inbox', async () => {
  const holder = await visit(browser, { site, as: 'xiaqu' })
  const { page } = holder
  await page.goto('/account')
  await page.getByRole('button', { name: '委托代岗 武进区 联络员' }).click()
  const dialog = page.getByRole('dialog', { name: '委托代岗：武进区 联络员' })
  await dialog.getByRole('button', { name: '委托', exact: true }).click()
  await dialog.getByText('请填写。').first().waitFor()
  await dialog.getByLabel('代岗的人').selectOption({ label: '分管领导 常州市人民政府 分管领导' })
  await dialog.getByLabel('结束日期').fill(today())
  await dialog.getByLabel('原因').fill('外出培训')
  await dialog.getByRole('button', { name: '委托', exact: true }).click()
  await page.getByText('外出培训').waitFor()
  await holder.leave()

  const standIn = await visit(browser, { site, as: 'lingdao' })
  await standIn.page.goto('/inbox')
  await standIn.page.getByRole('link', { name: '2023年1月的数已经定稿。' }).waitFor()
  expect(await appears(standIn.page.getByRole('listitem').getByText('武进区 联络员（代）'))).toBe(true)
  await standIn.leave()
})

it('a successor chooses a password and goes on with the inbox of the post', async () => {
  const admin = await visit(browser, { site, as: 'xitong' })
  const { page } = admin
  await page.goto('/people')
  await page.getByRole('button', { name: '新增人员' }).click()
  const newPerson = page.getByRole('dialog', { name: '新增人员' })
  await newPerson.getByLabel('姓名').fill('钱新')
  await newPerson.getByLabel('用户名').fill('qianxin')
  await newPerson.getByRole('button', { name: '新增', exact: true }).click()
  const told = page.getByRole('dialog', { name: '初始密码' })
  const password = await told.getByText(/^Jn-/).innerText()
  await told.getByRole('button', { name: '已记下' }).click()
  await page.goto('/posts?q=天宁')
  await page.getByRole('button', { name: '换人 天宁区 联络员' }).click()
  const handover = page.getByRole('dialog', { name: '换人：天宁区 联络员' })
  await handover.getByLabel('接任的人').selectOption({ label: '钱新 qianxin' })
  await handover.getByLabel('接任日期').fill(today())
  await handover.getByRole('button', { name: '换人', exact: true }).click()
  await page.getByRole('cell', { name: /钱新/ }).waitFor()
  await admin.leave()

  const successor = await visit(browser, { site })
  await successor.page.goto('/sign-in?next=/account')
  await successor.page.getByLabel('用户名').fill('qianxin')
  await successor.page.getByLabel('密码').fill(password)
  await successor.page.getByRole('main').getByRole('button', { name: '登录', exact: true }).click()
  await successor.page.getByLabel('现在的密码').fill(password)
  await successor.page.getByLabel('新密码', { exact: true }).fill('Jieban-2023')
  await successor.page.getByLabel('再输一遍新密码').fill('Jieban-2023')
  await successor.page.getByRole('button', { name: '修改密码' }).click()
  await successor.page.getByRole('link', { name: '待办 1' }).click()
  expect(await appears(successor.page.getByRole('link', { name: '2023年1月的数已经定稿。' }))).toBe(true)
  await successor.leave()
})
