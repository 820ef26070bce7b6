/** The sample in every format that office programs save it in: one programme, whatever the container. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DraftProgramme } from '../../src/domain/programme/draft.ts'
import { textAt } from '../../src/domain/programme/source-offset.ts'
import { accountFor } from '../../src/import/account-for.ts'
import { extractIndicators } from '../../src/import/extract/extract-indicators.ts'
import { readDocument } from '../../src/import/readers/read-document.ts'
import { readProgramme } from '../../src/import/read-programme.ts'
import { recognise } from '../../src/import/recognise/recognise.ts'
import { encodeGbk } from '../support/encode-gbk.ts'
import { programmeOf, sampleByHand } from '../support/sample-reading.ts'

const files: readonly [file: string, writtenBy: string][] = [
  ['changzhou-2023.odt', 'LibreOffice Writer'],
  ['changzhou-2023.ods', 'LibreOffice Calc'],
  ['changzhou-2023.xlsx', 'LibreOffice Calc'],
  ['changzhou-2023.xls', 'LibreOffice Calc'],
  ['changzhou-2023.csv', 'LibreOffice Calc'],
  ['changzhou-2023.html', 'a content management system'],
  ['changzhou-2023-calc.html', 'LibreOffice Calc'],
  ['changzhou-2023-writer.html', 'LibreOffice Writer'],
  ['changzhou-2023.doc', 'LibreOffice Writer'],
]

const heads = ['序号', '项目名称', '主要内容', '分管市领导', '牵头单位', '配合单位']
const { draft: fromDocx } = await readProgramme(readFileSync('samples/changzhou-2023.docx'), 'docx')

describe.each(files)('%s, as %s writes it', async (file) => {
  const bytes = readFileSync(`test/documents/files/${file}`)
  const source = await readDocument(bytes, file)
  const draft = recognise(source)

  it('reads to the projects, tasks, leaders and units that were read by hand', () => {
    expect(programmeOf(draft)).toEqual(sampleByHand)
  })

  it('reads to the promises of the .docx', () => {
    expect(promisesOf(draft)).toEqual(promisesOf(fromDocx))
    expect(promisesOf(draft).flatMap(({ indicators }) => indicators)).toHaveLength(110)
  })

  it('leaves no character unaccounted for and claims none twice', () => {
    expect(accountFor(source, draft)).toMatchObject({ unaccounted: [], contested: [] })
  })

  it('leaves out only the annex mark, the heads and what a page break repeats', () => {
    expect(draft.ignored.map(({ text, why }) => `${why}: ${text}`)).toEqual([
      'annex-mark: 附件',
      ...heads.map((head) => `table-head: ${head}`),
      'repeated: 5',
      'repeated: “常有众扶”工程',
    ])
  })

  it('says where every name stands', () => {
    const tasks = draft.projects.flatMap((project) => project.tasks)
    const names = tasks.flatMap((task) => [...task.leaders, ...task.leadUnits, ...task.cooperatingUnits])
    expect(names.length).toBeGreaterThan(100)
    for (const { name, place } of names) expect(textAt(source, place).replaceAll(/\s/g, '')).toBe(name)
  })
})

describe('the sample on the page of a government, in GB2312, laid out by tables', async () => {
  const html = readFileSync('test/documents/files/changzhou-2023.html', 'utf8')
  const [, content = ''] = /<body>([^]*)<\/body>/.exec(html) ?? []
  const links = ['首页', '政务公开', '2022年市民生实事项目完成情况', '关于2023年政府工作报告的说明']
  const navigation = `<table><tr>${links.map((link) => `<td><a href="#">${link}</a></td>`).join('')}</tr></table>`
  const page = `<!-- saved from url=(0021)http://www.example.cn/ --><html><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>任务分解表_市政府</title></head><body>
<table width="100%"><tr><td colspan="2">${navigation}</td></tr><tr><td><ul><li>公告公示</li><li>民生实事</li></ul></td>
<td><table><tr><td>发布日期：2023-03-01 浏览次数：<span id="n">96</span> 字体：[大 中 小]</td></tr><tr><td>${content}</td></tr></table>
<p>【打印】【关闭窗口】</p></td></tr></table><p>版权所有：市人民政府办公室 苏ICP备05003616号</p></body></html>`
  const source = await readDocument(encodeGbk(page), 'page.html')
  const draft = recognise(source)

  it('reads to the programme that was read by hand', () => {
    expect(programmeOf(draft)).toEqual(sampleByHand)
  })

  it('leaves the rest of the page out, and says so', () => {
    expect(accountFor(source, draft)).toMatchObject({ unaccounted: [], contested: [] })
    expect(draft.ignored.map(({ text }) => text)).toEqual(
      expect.arrayContaining([...links, '【打印】【关闭窗口】']),
    )
  })
})

function promisesOf({ projects, year }: DraftProgramme): ReturnType<typeof extractIndicators>[] {
  return projects.flatMap(({ tasks }) => tasks.map(({ text }) => extractIndicators(text, year)))
}
