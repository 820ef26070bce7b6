/** A government's own template filled, however Word has cut its fields into runs. */
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { noMark } from '../../src/domain/values/file-mark.ts'
import type { TemplateValues } from '../../src/domain/papers/template-fields.ts'
import { templateValues } from '../../src/domain/papers/template-fields.ts'
import { officialPaper } from '../../src/domain/papers/paper.ts'
import { unpackDocx } from '../../src/import/readers/unpack-docx.ts'
import { checkTemplate, fillTemplate } from '../../src/reports/fill-template.ts'
import { cell, docxOf, paragraph, run, wordXml } from '../support/docx-package.ts'
import { strToU8 } from 'fflate'
import { madeSnapshot } from '../support/frozen-snapshot.ts'
import { printed } from '../support/printed-pages.ts'

const snapshot = madeSnapshot([
  { name: '新增学位', level: 'on-plan', done: '80' },
  { name: '改造小区', level: 'behind', done: '60' },
])
const text = {
  title: '关于“A&B”的通报 <草>',
  addressee: '各单位：',
  body: '一、情况\n第一段。\n第二段。',
  issuer: '督查室',
  copies: '',
}
const values: TemplateValues = templateValues(officialPaper('bulletin', text, snapshot, null))

function filled(body: string, parts = {}): string {
  const bytes = fillTemplate(unpackDocx(docxOf(body, parts)), values, noMark)
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
}
const words = (xml: string): string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([one]) =>
    [...one.matchAll(/<w:t[^>]*>([^<]*)</gu)].map(([, part]) => part).join(''),
  )

describe('fields', () => {
  it('are filled in the look of the run they begin in, what XML reserves written as text', () => {
    const xml = filled(paragraph(run('标题：{{标题}}。', '<w:b/>')))
    expect(words(xml)).toEqual(['标题：关于“A&amp;B”的通报 &lt;草&gt;。'])
    expect(xml).toContain('<w:rPr><w:b/></w:rPr>')
  })

  it('are found however they are cut into runs', () => {
    const line = '甲{{ 标题 }}乙{{编号}}丙{{主送机关}}'
    const expected = words(filled(paragraph(run(line))))
    expect(expected).toEqual(['甲关于“A&amp;B”的通报 &lt;草&gt;乙第×期丙各单位：'])
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: line.length - 1 }), { maxLength: 8 }), (cuts) => {
        const ends = [...cuts.toSorted((a, b) => a - b), line.length]
        const runs = ends.map((end, index) => run(line.slice(ends[index - 1] ?? 0, end)))
        expect(words(filled(paragraph(...runs)))).toEqual(expected)
      }),
    )
  })

  it('of the text come again for each of its paragraphs, of a row for each task', () => {
    const row = `<w:tr>${cell('{{行.序号}}')}${cell('{{行.主要任务}}：{{行.是否达序}}')}</w:tr>`
    const head = `<w:tr>${cell('序号')}${cell('任务')}</w:tr>`
    expect(words(filled(`${paragraph('{{正文}}')}<w:tbl>${head}${row}</w:tbl>${paragraph('完')}`))).toEqual([
      '一、情况',
      '第一段。',
      '第二段。',
      '序号',
      '任务',
      '1.1',
      '第1项工程：是',
      '1.2',
      // Its cell is merged with the one above.
      '第1项工程：否',
      '完',
    ])
  })

  it('are filled in headers and footers too; other parts stay as they are', () => {
    const header = strToU8(wordXml('hdr', paragraph('{{署名}}')))
    const other = strToU8('<x>{{标题}}</x>')
    const parts = unpackDocx(
      docxOf(paragraph('{{标题}}'), { 'word/header1.xml': header, 'custom.xml': other }),
    )
    const back = unzipSync(fillTemplate(parts, values, noMark))
    expect(strFromU8(back['word/header1.xml'] ?? new Uint8Array())).toContain('督查室')
    expect(back['custom.xml']).toEqual(other)
    expect(Buffer.compare(fillTemplate(parts, values, noMark), fillTemplate(parts, values, noMark))).toBe(0)
  })
})

it.each([
  ['{{标提}}', 'template.unknown-field', '标提'],
  ['{{行.没有}}', 'template.unknown-field', '行.没有'],
  ['没有字段', 'template.no-fields', ''],
])('a template with “%s” is refused as %s', (content, code, named) => {
  const check = () => checkTemplate(unpackDocx(docxOf(paragraph(content))))
  expect(check).toThrow(expect.objectContaining({ code }))
  expect(check).toThrow(named)
})

it('a filled template opens and prints', async () => {
  const bytes = fillTemplate(
    unpackDocx(docxOf(`${paragraph('{{标题}}')}${paragraph('{{正文}}')}<w:sectPr/>`)),
    values,
    noMark,
  )
  const told = (await printed(bytes)).flatMap(({ texts }) => texts.map((one) => one.text)).join('')
  expect(told).toContain('第二段。')
})
