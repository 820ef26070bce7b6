/** The sample in every format that office programs save it in: one programme, whatever the container. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DraftProgramme } from '../../src/domain/draft.ts'
import { textAt } from '../../src/domain/source-offset.ts'
import { accountFor } from '../../src/import/account-for.ts'
import { extractIndicators } from '../../src/import/extract/extract-indicators.ts'
import { readProgramme } from '../../src/import/read-programme.ts'
import { recognise } from '../../src/import/recognise/recognise.ts'
import { readers } from '../support/document-readers.ts'
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
]

const heads = ['序号', '项目名称', '主要内容', '分管市领导', '牵头单位', '配合单位']
const fromDocx = readProgramme(readFileSync('samples/changzhou-2023.docx'), 'docx').draft

describe.each(files)('%s, as %s writes it', (file) => {
  const bytes = readFileSync(`test/documents/files/${file}`)
  const source = readers[file.split('.').at(-1) ?? '']?.(bytes)
  if (source === undefined) throw new Error(`no reader for ${file}`)
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

function promisesOf({ projects, year }: DraftProgramme): ReturnType<typeof extractIndicators>[] {
  return projects.flatMap(({ tasks }) => tasks.map(({ text }) => extractIndicators(text, year)))
}
