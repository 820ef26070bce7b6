import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ignoredReasons, notTargetReasons, ruleKinds, warningCodes } from '../domain/programme/draft.ts'
import { programmeJson } from './programme-json.ts'
import { readProgramme } from './read-programme.ts'
import { ignoredSentence, notTargetSentence, ruleSentence, warningSentence } from './reading-sentences.ts'

const text = `附件
青溪市2030年民生实事项目任务分解表
序号\t项目名称\t主要内容\t分管领导\t牵头单位\t完成时限
1\t学有所教\t新增学位2.7万个。\t李 华\t市教育局\t9月底前
\t\t为65周岁以上老人建档3000份。\t\t市民政局\t`
const { source, draft } = await readProgramme(strToU8(text), '计划.txt')
const json = programmeJson(draft, source)

describe('the programme as JSON', () => {
  it('has the parts that tools rely on', () => {
    expect(Object.keys(json)).toEqual([
      'title',
      'year',
      'projects',
      'rules',
      'otherTables',
      'ignored',
      'warnings',
    ])
    expect(json).toMatchObject({ title: '青溪市2030年民生实事项目任务分解表', year: 2030 })
    expect(json.projects[0]?.tasks[0]).toMatchObject({
      no: '1.1',
      text: '新增学位2.7万个。',
      leaders: ['李华'],
      leadUnits: ['市教育局'],
      cooperatingUnits: [],
      deadline: '2030-09-30',
    })
  })

  it('states values as numbers, fully expanded, and spans by their offsets', () => {
    const [task] = json.projects[0]?.tasks ?? []
    const [indicator] = task?.indicators ?? []
    expect(indicator).toMatchObject({ kind: 'quantity', value: 27_000, valueMax: null, unit: '个' })
    expect(task?.text.slice(indicator?.start, indicator?.end)).toBe(indicator?.span)
  })

  it('says why a number is no target, in words', () => {
    const numbers = json.projects[0]?.tasks[1]?.notTargets
    expect(numbers).toEqual([{ span: expect.stringContaining('65'), why: '属于年龄' }])
  })

  it('says what was left out and what to look at, in words and with the place', () => {
    expect(json.ignored[0]).toEqual({ text: '附件', why: '附件标记', place: { block: 0, start: 0, end: 2 } })
    expect(json.warnings).toContainEqual({
      code: 'filled-down',
      place: { block: 2, row: 2, column: 3, start: 0, end: 0, in: '' },
      message: '任务 1.2 的“分管领导”为空，按与上一行相同处理，请核对。',
    })
  })
})

it('every code has a sentence of its own, with nothing missing in it', () => {
  const details = {
    no: '5',
    name: '甲',
    column: 'lead',
    before: '3',
    label: '乙',
    tasks: '4',
    tables: '2',
    parts: '丙、丁',
  }
  const place = { block: 0, start: 0, end: 0 }
  const sentences = [
    ...warningCodes.map((code) => warningSentence({ code, place, details })),
    ...ignoredReasons.map(ignoredSentence),
    ...notTargetReasons.map(notTargetSentence),
    ...ruleKinds.map(ruleSentence),
  ]
  expect(new Set(sentences).size).toBe(sentences.length)
  expect(sentences.filter((sentence) => /undefined|“”|[,;:?!]/.test(sentence))).toEqual([])
})
