import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../values/plain-date.ts'
import type { PaperForm } from '../papers/official-paper.ts'
import { ladderSteps, type LadderStep } from './ladder.ts'
import { orderPaper, type PrintedOrder } from './order-paper.ts'

const blank = { text: null, reason: null, unitId: null, ruleNo: null, step: null, dueOn: null, files: [] }
const day = parsePlainDate

function order(...steps: readonly LadderStep[]): PrintedOrder {
  return {
    number: { series: '常政督', year: 2023, no: 5 },
    subject: '口袋公园进场慢',
    content: '请查明原因，倒排工期。',
    ground: '11月底应完成 92%，实际 71%，按规则 R3 为红。',
    instruction: { text: '请按月报我。' },
    instructedBy: '李林',
    leadLeader: '李林',
    cooperatingLeaders: null,
    contact: '张三',
    phone: '0519-1234',
    feedback: { kind: 'days', days: 5 },
    units: [
      { name: '市城管局', duty: 'lead' },
      { name: '武进区', duty: 'cooperating' },
      { name: '天宁区', duty: 'cooperating' },
    ],
    facts: steps.map((step, index) => ({
      ...blank,
      no: index + 1,
      kind: 'step' as const,
      step,
      day: day(`2023-12-0${index + 1}`),
      dueOn: day(`2023-12-1${index + 1}`),
    })),
  }
}

const textOf = (paper: ReturnType<typeof orderPaper>) =>
  paper?.body.map((block) => (block.kind === 'form' ? '' : block.text)).join('\n') ?? ''
const formOf = (paper: ReturnType<typeof orderPaper>) =>
  new Map(
    paper?.body
      .filter((block): block is PaperForm => block.kind === 'form')
      .flatMap(({ rows }) => rows.flat().map(({ name, value }) => [name, value])),
  )

describe('the paper of a step', () => {
  it('says what it rests on once, also where its content was drafted from it', () => {
    const drafted = order('urging')
    const ground = drafted.ground ?? ''
    const timesIn = (content: string) =>
      textOf(orderPaper({ ...drafted, content }, '市政府督查室', 1)).split(ground).length - 1
    expect(timesIn('请查明原因。')).toBe(1)
    expect(timesIn(`${ground}请查明原因。`)).toBe(1)
  })

  it.each([
    ['reminder', '工作提醒函'],
    ['urging', '催办通知书'],
    ['blue', '督办单（蓝）'],
    ['orange', '督办单（橙）'],
    ['red', '督办单（红）'],
    ['bulletin', '督办事项通报'],
    ['talk', '约谈通知书'],
  ] as const)('%s is a %s, dated and signed by the office', (step, title) => {
    const paper = orderPaper(order(step), '市政府督查室', 1)
    expect(paper?.title).toBe(title)
    expect(JSON.stringify(paper)).toContain('2023年12月1日')
    expect(JSON.stringify(paper)).toContain('市政府督查室')
    expect(JSON.stringify(paper)).toContain('2023年12月11日')
  })

  it('is a form from blue to red, with the fields of practice', () => {
    const form = formOf(orderPaper(order('blue'), '市政府督查室', 1))
    expect(Object.fromEntries(form)).toEqual({
      督办事项: '口袋公园进场慢',
      文号: '常政督〔2023〕5号',
      交办时限: '2023年12月11日',
      批示领导: '李林',
      批示内容: '请按月报我。',
      督办内容: '请查明原因，倒排工期。',
      督办依据: '11月底应完成 92%，实际 71%，按规则 R3 为红。',
      牵头领导: '李林',
      配合领导: '',
      牵头单位: '市城管局',
      配合单位: '武进区、天宁区',
      反馈周期: '每 5 个工作日',
      附件: '',
      联系人: '张三',
      电话: '0519-1234',
    })
  })

  it('says since when nothing came, and what comes next', () => {
    const text = textOf(orderPaper(order('reminder', 'urging'), '市政府督查室', 2))
    // The reminder ran until the 11th; the urging runs until the 12th.
    expect(text).toContain('应于2023年12月11日前反馈，至今未收到办理情况，请于2023年12月12日前报来办理情况。')
    expect(text).toContain('将按规定转入督办单（蓝）。')
  })

  it('stays as it was when the matter goes on: what came later is not on it', () => {
    const early = order('reminder')
    const later = {
      ...order('reminder', 'urging', 'blue'),
      facts: [
        ...order('reminder', 'urging', 'blue').facts,
        {
          ...blank,
          no: 4,
          kind: 'attach' as const,
          day: day('2023-12-09'),
          files: [{ fileName: '清单.xlsx' }],
        },
      ],
    }
    expect(orderPaper(later, '督查室', 1)).toEqual(orderPaper({ ...early, number: null }, '督查室', 1))
    expect(formOf(orderPaper(later, '督查室', 3)).get('附件')).toBe('')
  })

  it('is none of what is no step', () => {
    expect(orderPaper(order(...ladderSteps), '督查室', 9)).toBeUndefined()
  })
})
