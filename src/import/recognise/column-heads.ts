/** What the columns of task tables are called. Data: a new heading seen in the field is one more pattern here. */

export type ColumnRole =
  | 'no'
  | 'category'
  | 'project'
  | 'content'
  | 'leaders'
  | 'lead'
  | 'cooperating'
  | 'responsible' // lead units where no column says so, else those that carry out
  | 'deadline'
  | 'note'
  | 'other'

/** The first pattern that fits decides, so the particular stand before the general. */
const patterns: readonly (readonly [ColumnRole, RegExp])[] = [
  ['no', /^(项目|任务|工程)?(序号?|编号|号)$/],
  ['other', /进展|推进情况|完成情况|落实情况|资金|投资|电话|联系方式|是否|得分|评分/],
  ['leaders', /领导|[市县区镇乡]长/],
  ['responsible', /(牵头|责任|主办|主要).*(配合|协办|协同)/],
  ['cooperating', /配合|协办|协同|协作|(参与|参加|支持|相关)(单位|部门)/],
  ['lead', /牵头|主办|主责|第一责任/],
  ['responsible', /(责任|落实|负责|承办|实施|建设|承担)(单位|部门|主体|处室|科室|机构)|^责任$/],
  ['leaders', /责任人|负责人|包保人/],
  ['deadline', /时限|期限|完成时间|时间(节点|要求|安排)|完成日期/],
  ['note', /^备注$|说明$/],
  ['category', /类别|大类|分类|领域|板块/],
  ['project', /^(?!.*内容).*(名称|事项)$|^(民生)?(实事|项目|工程|实事项目|实事工程|实施项目)$/],
  ['content', /内容|任务|目标|举措|措施|标准|要求|指标/],
  ['project', /项目|工程|实事/],
]

/** Column heads are short; a sentence that happens to hold such a word is none. */
const longestHead = 16

/** The role that a column's head states, undefined when the text is no known head. */
export function findColumnRole(head: string): ColumnRole | undefined {
  const text = head.replaceAll(/[\s（）()〔〕[\]]/g, '')
  if (text === '' || text.length > longestHead || /[。；;，]/.test(text)) return undefined
  return patterns.find(([, pattern]) => pattern.test(text))?.[0]
}
