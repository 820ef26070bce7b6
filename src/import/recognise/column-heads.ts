/** What the columns of task tables are called. Data: a new heading seen in the field is one more pattern here. */

export type ColumnRole =
  | 'no'
  | 'category'
  | 'project'
  | 'content'
  | 'leaders'
  | 'persons' // who answers for the unit; the leaders where no column names leaders
  | 'lead'
  | 'cooperating'
  | 'responsible' // lead units where no column says so, else those that carry out
  | 'deadline'
  | 'plan' // what is reached by when on the way
  | 'unit' // what the figures of a plan count
  | 'planned' // what the year is to bring: how much of it where another column says what
  | 'progress' // plan or result, as its cells tell
  | 'result' // what has been reached
  | 'inOrder' // whether that is as much as was due
  | 'note'
  | 'other'

const period =
  /^(?:\d{4}年)?(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}月?[-—－–~～至到])?\d{1,2}月(?:份|底|末)?)/

/** The first pattern that fits decides, so the particular stand before the general. */
const patterns: readonly (readonly [ColumnRole, RegExp])[] = [
  ['no', /^(项目|任务|工程|实事)?(序号?|编号|号)$/],
  ['unit', /^(计量|统计)?单位$/],
  ['inOrder', /达序|序时情况|(是否|有无)(按|完成|达|滞后|正常)|亮灯|灯号|红黄绿/],
  ['note', /存在.*(问题|困难)|困难问题|^问题|下(一)?步|整改|(考核|验收|评分|评价)(标准|办法|方式|要求)/],
  [
    'result',
    /(进展|推进|完成|落实|执行|实施|建设|办理)(情况|程度|结果|值|数|率|比例|量)|工作进展|(目前|当前|最新|累计|形象|实际).*(进度|进展|完成)|^进展$/,
  ],
  ['other', /资金|投资|电话|联系(方式|人)|联络员|是否|得分|评分|地点|地址|性质|年限/],
  // 主要任务及责任单位: the units stand behind the sentences
  ['content', /(内容|任务|举措|措施|事项)[及和与、/](责任|牵头|配合|实施).*(单位|部门|分工)$/],
  ['leaders', /领导|[市县区镇乡州省]长|秘书长/],
  ['persons', /(单位|部门)的?(责任人|负责人)$|(?<!及|和|与|、)分管负责人$/],
  ['responsible', /(牵头|责任|主办|主要).*(配合|协办|协同)/],
  ['cooperating', /配合|协办|协同|协作|(参与|参加|支持|相关)(单位|部门)/],
  ['lead', /牵头|主办|主责|第一责任|主管(单位|部门)/],
  [
    'responsible',
    /(责任|落实|负责|承办|实施|建设|承担)(单位|部门|主体|处室|科室|机构)|^(责任|责任分工|任务分工)$|业主/,
  ],
  ['persons', /责任人|负责人|包保人/],
  [
    'plan',
    /(实施|推进|进度|阶段|季度|月度|分期|序时|时序)(计划|安排|目标|节点|要求|任务)|序时进度|计划进度|(计划|进度)安排/,
  ],
  ['plan', period],
  [
    'planned',
    /^全[省市州县区旗镇乡]$|^(\d{4}年|全年|本年|今年|年)?度?(工作|建设|任务|目标)?(计划|数量|计划(数|量|数量|总量))$/,
  ],
  ['progress', /^(工作|实施|建设|项目|推进)?进度$/],
  ['deadline', /时限|期限|完成时间|时间(节点|要求|安排|进度)|完成日期|^时间$/],
  ['note', /^备注$|说明$/],
  ['category', /类别|大类|分类|类型|领域|板块|^方面$/],
  ['project', /^(?!.*内容).*(名称|事项)$|^(民生)?(实事|项目|工程|实事项目|实事工程|实施项目)$/],
  ['content', /内容|任务|目标|举措|措施|标准|要求|指标|成效/],
  ['project', /项目|工程|实事/],
]

/** Column heads are short; a sentence that happens to hold such a word is none. */
const longestHead = 16
/** With the remarks in brackets and the breaks that narrow columns bring. */
const longestCell = 120

/** The role that a column's head states, undefined when the text is no known head. A remark in brackets says less. */
export function findColumnRole(head: string): ColumnRole | undefined {
  if (head.length > longestCell) return undefined
  const plain = head.replaceAll(/\s/g, '')
  const main = plain.replaceAll(/[（(〔[][^）)〕\]]*[）)〕\]]/g, '')
  return (main === '' ? undefined : roleOf(main)) ?? roleOf(plain.replaceAll(/[（）()〔〕[\]]/g, ''))
}

function roleOf(text: string): ColumnRole | undefined {
  if (text === '' || text.length > longestHead || /[。；;，]/.test(text)) return undefined
  return patterns.find(([, pattern]) => pattern.test(text))?.[0]
}

/** Whether a text is a time that can head a column of a plan or of results: 一季度, 1—10月, 上月. */
export function isPeriod(text: string): boolean {
  if (text.length > longestCell) return false
  const plain = text.replaceAll(/\s/g, '')
  return plain.length <= longestHead && (period.test(plain) || /^[上本当]月|^全年$|^年底?前?$/.test(plain))
}
