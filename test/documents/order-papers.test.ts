/** The papers of supervision orders as LibreOffice prints them: forms and letters within the 版心 of GB/T 9704-2012. */
import { describe, expect, it } from 'vitest'
import { ladderSteps, type LadderStep } from '../../src/domain/order/ladder.ts'
import { orderPaper, type PrintedOrder } from '../../src/domain/order/order-paper.ts'
import { parsePlainDate } from '../../src/domain/values/plain-date.ts'
import { noMark } from '../../src/domain/values/file-mark.ts'
import { officialDocx } from '../../src/reports/official-docx.ts'
import { linesOf, printed, printedInk } from '../support/printed-pages.ts'

const orderOf = (step: LadderStep, content: string): PrintedOrder => ({
  number: { series: '青政督', year: 2023, no: 5 },
  subject: '新增普惠托位进度严重滞后',
  content,
  ground: '11月底应完成 92%（3,128 个），实际 2,414 个，差 21 个百分点，按规则 R3 为红。',
  instruction: { text: '请督查室跟踪，按月报我。' },
  instructedBy: '李林',
  leadLeader: '李林',
  cooperatingLeaders: '王海',
  contact: '张三',
  phone: '0519-12345678',
  feedback: { kind: 'days', days: 5 },
  units: [
    { name: '市卫健委', duty: 'lead' },
    { name: '武进区', duty: 'cooperating' },
  ],
  facts: [
    {
      no: 1,
      kind: 'step',
      step,
      dueOn: parsePlainDate('2023-12-20'),
      text: null,
      reason: null,
      unitId: null,
      ruleNo: null,
      day: parsePlainDate('2023-12-06'),
      files: [],
    },
  ],
})

async function docxOf(step: LadderStep, content = '请逐点核实，倒排工期，于时限前报来。') {
  const paper = orderPaper(orderOf(step, content), '青溪市人民政府督查室', 1)
  if (!paper) throw new Error('a step has a paper')
  return officialDocx(paper, { year: 2023, mark: noMark })
}
const pagesOf = async (step: LadderStep, content?: string) => printed(await docxOf(step, content))

/** 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; a hanging mark and a cell's border may stand a little over its edge. */
const [top, left, width, height] = [37, 28, 156, 225]
const told = (pages: Awaited<ReturnType<typeof pagesOf>>) =>
  pages
    .flatMap(({ texts }) => texts.map(({ text }) => text))
    .join('')
    .replaceAll(/\s/gu, '')

describe('the paper of a supervision order as printed', () => {
  it.each(ladderSteps)('of step %s is one A4 page within its 版心', async (step) => {
    const pages = await pagesOf(step)
    expect(pages).toHaveLength(1)
    for (const page of pages) {
      expect([page.width, page.height].map(Math.round)).toEqual([210, 297])
      for (const { x, y, right } of linesOf(page)) {
        expect(x).toBeGreaterThan(left - 1)
        expect(right).toBeLessThan(left + width + 6)
        expect(y).toBeGreaterThan(top)
        expect(y).toBeLessThan(top + height + 12)
      }
    }
  })

  it('bears ink within its margins alone, the form under a red mark, the letter without', async () => {
    const [[form], [letter]] = [
      await printedInk(await docxOf('blue')),
      await printedInk(await docxOf('urging')),
    ]
    for (const ink of [form, letter]) {
      expect(ink?.left).toBeGreaterThan(left - 1)
      expect(ink?.right).toBeLessThan(left + width + 6)
      expect(ink?.top).toBeGreaterThan(top)
      // The page's number lies 7 mm below the 版心.
      expect(ink?.bottom).toBeLessThan(top + height + 12)
    }
    expect(form?.red).toBeGreaterThan(1000)
    expect(letter?.red).toBe(0)
  })

  it('says everything an order of practice says', async () => {
    const words = told(await pagesOf('blue'))
    for (const field of [
      '督办事项',
      '文号',
      '批示领导',
      '督办内容',
      '牵头单位',
      '配合单位',
      '反馈周期',
      '联系人',
      '电话',
    ])
      expect(words).toContain(field)
    for (const value of [
      '督办单（蓝）',
      '青政督〔2023〕5号',
      '2023年12月20日',
      '市卫健委',
      '每5个工作日',
      '0519-12345678',
    ])
      expect(words).toContain(value)
  })

  it('goes on over pages where there is much to say, and loses none of it', async () => {
    const content = Array.from({ length: 60 }, (_, index) => `第${index + 1}条，请抓紧办理并反馈。`).join(
      '\n',
    )
    const pages = await pagesOf('red', content)
    expect(pages.length).toBeGreaterThan(1)
    for (let no = 1; no <= 60; no++) expect(told(pages)).toContain(`第${no}条，请抓紧办理并反馈。`)
  })
})
