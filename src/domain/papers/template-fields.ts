/** The fields of a government's own template, as written between {{ and }}, and what they stand for. */
import { Problem } from '../problems/problem.ts'
import type { OfficialPaper } from './official-paper.ts'

/** Of the paper. 正文 stands alone in a paragraph, which comes again for every paragraph of the text. */
export const paperFields = [
  '标志',
  '编号',
  '标题',
  '主送机关',
  '正文',
  '署名',
  '成文日期',
  '抄送',
  '附件名称',
] as const
export type PaperField = (typeof paperFields)[number]

/** Of a row of the monthly table: the row of a table that has one comes again for every task. */
export const rowFields = [
  '行.序号',
  '行.主要任务',
  '行.全年目标任务',
  '行.分管领导',
  '行.牵头单位',
  '行.责任主体与协同单位',
  '行.上月推进情况',
  '行.本月推进情况',
  '行.是否达序',
  '行.说明',
] as const
export type RowField = (typeof rowFields)[number]

export const bodyField: PaperField = '正文'

export type TemplateValues = {
  readonly fields: Readonly<Record<PaperField, string>>
  /** The paragraphs of the text. */
  readonly body: readonly string[]
  readonly rows: readonly Readonly<Record<RowField, string>>[]
}

/** Throws Problem 'template.unknown-field' that names the field. */
export function checkFields(names: readonly string[]): void {
  const known: readonly string[] = [...paperFields, ...rowFields]
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new Problem('template.unknown-field', { field: unknown, known: known.join('、') })
}

export function templateValues(paper: OfficialPaper): TemplateValues {
  const { head, title, addressee, body, signature, imprint, annexes } = paper
  const [annex] = annexes
  return {
    fields: {
      标志: head?.mark ?? '',
      编号: head?.number ?? '',
      标题: title,
      主送机关: addressee ?? '',
      正文: '',
      署名: signature?.issuer ?? head?.line?.[0] ?? '',
      成文日期: signature?.date ?? head?.line?.[1] ?? '',
      抄送: imprint?.copies ?? '',
      附件名称: annex?.title ?? '',
    },
    body: body.flatMap(linesOf),
    rows: annex ? rowsOf(annex.grid) : [],
  }
}

function linesOf(block: OfficialPaper['body'][number]): readonly string[] {
  if (block.kind !== 'form') return [block.text]
  return block.rows.map((fields) => fields.map(({ name, value }) => `${name}：${value}`).join('　'))
}

/** A cell that a cell above reaches down into says what that says. */
function rowsOf({ columns, rows }: OfficialPaper['annexes'][number]['grid']): TemplateValues['rows'] {
  const above: string[] = []
  return rows.map((row) => {
    columns.forEach((_, column) => {
      const cell = row[column]
      if (cell) above[column] = cell.lines.join('\n')
    })
    return Object.fromEntries(
      columns.map(({ head }, column) => [`行.${head}`, above[column] ?? '']),
    ) as TemplateValues['rows'][number]
  })
}
