/** Where a document's pages end says nothing about what it promises. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SourceDocument } from '../../src/domain/programme/source.ts'
import { readPdf } from '../../src/import/readers/read-pdf.ts'
import { type PagedProject, pagedTable } from '../support/paged-table.ts'
import { pdfOf } from '../support/pdf-file.ts'

const clause = fc
  .tuple(
    fc.constantFrom('新建', '改造', '新增', '开展', '完成'),
    fc.nat(5000),
    fc.constantFrom('口袋公园', '养老服务设施', '停车泊位', '公益讲座', '老旧小区'),
    fc.constantFrom('处', '个', '场'),
  )
  .map(([verb, count, object, unit]) => `${verb}${object}${count + 1}${unit}`)
const sentence = fc.array(clause, { minLength: 1, maxLength: 7 }).map((clauses) => `${clauses.join('，')}。`)
const units = fc.subarray(['市教育局', '市民政局', '市住建局', '市卫健委', '市残联'], {
  minLength: 1,
  maxLength: 4,
})
const task = fc.record({ text: sentence, units })
const projects: fc.Arbitrary<PagedProject[]> = fc.array(
  fc.record({
    name: fc.constantFrom('常有善育', '交通畅行', '环境改善提升行动'),
    tasks: fc.array(task, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 5 },
)

/** Cells by row and column, without the heads that later pages repeat. */
function cellsOf({ blocks }: SourceDocument): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [`paragraph ${block.text}`]
    const heads = new Set(
      block.cells.filter(({ row, text }) => row > 0 && text === '序号').map(({ row }) => row),
    )
    return block.cells
      .filter(({ row }) => !heads.has(row))
      .map(
        ({ row, column, rowSpan, columnSpan, text }) => `${row},${column} ${rowSpan}×${columnSpan} ${text}`,
      )
  })
}

it('a table over several pages reads as it does on one', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      projects,
      fc.integer({ min: 8, max: 30 }),
      fc.boolean(),
      async (plan, linesOnPage, repeatsHeads) => {
        const whole = await readPdf(pdfOf(pagedTable(plan, { linesOnPage: 1000, repeatsHeads })))
        const parted = await readPdf(pdfOf(pagedTable(plan, { linesOnPage, repeatsHeads })))
        expect(cellsOf(parted)).toEqual(cellsOf(whole))
      },
    ),
    { seed: 20230128, numRuns: 60 },
  )
})

it('on one page every task is a row, its project merged over them, its sentence in one piece', async () => {
  await fc.assert(
    fc.asyncProperty(projects, async (plan) => {
      const [table] = (await readPdf(pdfOf(pagedTable(plan, { linesOnPage: 1000, repeatsHeads: false }))))
        .blocks
      if (table?.kind !== 'table') throw new Error('no table')
      const column = (wanted: number): string[] =>
        table.cells.flatMap((cell) => (cell.column === wanted && cell.row > 0 ? [cell.text] : []))
      expect(column(1).map((text) => text.replaceAll('\n', ''))).toEqual(plan.map(({ name }) => name))
      expect(column(2)).toEqual(plan.flatMap(({ tasks }) => tasks.map(({ text }) => text)))
      expect(column(3)).toEqual(plan.flatMap(({ tasks }) => tasks.map((own) => own.units.join('\n'))))
      expect(table.cells.filter((cell) => cell.column === 1).map(({ rowSpan }) => rowSpan)).toEqual([
        1,
        ...plan.map(({ tasks }) => tasks.length),
      ])
    }),
    { seed: 20230128, numRuns: 30 },
  )
})
