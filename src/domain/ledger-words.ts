/** What the columns of each kind of ledger are called: in forms, in the heads of files and in what is wrong with them. */
import { ledgers, type LedgerColumn, type TypedColumn } from './ledger.ts'
import type { LedgerKind } from './target.ts'

type Words = { readonly zh: string; readonly en: string }

export const ledgerNames: Readonly<Record<LedgerKind, Words>> = {
  points: { zh: '点位台账', en: 'located points' },
  works: { zh: '工程量台账', en: 'works' },
  equipment: { zh: '设备台账', en: 'equipment' },
  households: { zh: '户台账', en: 'households' },
  beneficiaries: { zh: '受益人次台账', en: 'beneficiary batches' },
  events: { zh: '活动台账', en: 'events' },
  awards: { zh: '认定台账', en: 'awards and certifications' },
  coverage: { zh: '覆盖率台账', en: 'coverage' },
  stages: { zh: '形象进度台账', en: 'construction stages' },
  volumes: { zh: '服务量台账', en: 'service volumes' },
  feed: { zh: '系统数据台账', en: 'figures of another system' },
}

const common: Readonly<Record<LedgerColumn | 'month', Words>> = {
  name: { zh: '名称', en: 'Name' },
  place: { zh: '地址', en: 'Address' },
  district: { zh: '所在辖市区', en: 'District' },
  longitude: { zh: '经度', en: 'Longitude' },
  latitude: { zh: '纬度', en: 'Latitude' },
  datum: { zh: '坐标系', en: 'Datum' },
  accuracy: { zh: '定位精度（米）', en: 'Accuracy (m)' },
  identifier: { zh: '编号', en: 'Identifier' },
  quantity: { zh: '数量', en: 'Quantity' },
  'done-on': { zh: '完成日期', en: 'Done on' },
  beneficiaries: { zh: '受益人次', en: 'People served' },
  numerator: { zh: '实际覆盖数', en: 'Covered' },
  denominator: { zh: '应覆盖数', en: 'To be covered' },
  stage: { zh: '已到节点', en: 'Stage reached' },
  certificate: { zh: '文号或证书编号', en: 'Document or certificate number' },
  period: { zh: '所属月份', en: 'Month' },
  outages: { zh: '中断次数', en: 'Outages' },
  'source-system': { zh: '来源系统', en: 'Source system' },
  photographs: { zh: '照片', en: 'Photographs' },
  document: { zh: '证明文件', en: 'Document' },
  month: { zh: '计入月份', en: 'Counts in month' },
}

const own: Readonly<Partial<Record<LedgerKind, Readonly<Partial<Record<LedgerColumn, Words>>>>>> = {
  points: { name: { zh: '点位名称', en: 'Name of the place' } },
  works: {
    name: { zh: '工程名称', en: 'Name of the works' },
    quantity: { zh: '完成工程量', en: 'Works done' },
  },
  equipment: {
    name: { zh: '设备名称', en: 'Equipment' },
    identifier: { zh: '设备编号', en: 'Identifier' },
    place: { zh: '安装地址', en: 'Installed at' },
  },
  households: { identifier: { zh: '户编号', en: 'Household code' } },
  beneficiaries: { name: { zh: '批次名称', en: 'Name of the batch' } },
  events: {
    name: { zh: '活动名称', en: 'Name of the event' },
    quantity: { zh: '场次', en: 'Times held' },
    'done-on': { zh: '举办日期', en: 'Held on' },
    beneficiaries: { zh: '参加人次', en: 'People who came' },
  },
  awards: {
    name: { zh: '认定对象', en: 'What was recognised' },
    'done-on': { zh: '认定日期', en: 'Recognised on' },
  },
  stages: {
    name: { zh: '工程名称', en: 'Name of the works' },
    'done-on': { zh: '到达日期', en: 'Reached on' },
  },
  volumes: { quantity: { zh: '服务量', en: 'Volume served' } },
  feed: { quantity: { zh: '数值', en: 'Figure' } },
}

/** What a column of this kind of ledger is called. */
export function columnWord(
  kind: LedgerKind,
  column: LedgerColumn | TypedColumn,
  language: 'zh' | 'en',
): string {
  return (own[kind]?.[column as LedgerColumn] ?? common[column])[language]
}

/** What one entry counts for, in a sentence. */
export function countingWords(kind: LedgerKind, unit: string | null): Words {
  const measure = unit ?? ''
  switch (ledgers[kind].countsBy) {
    case 'one':
      return ledgers[kind].columns.some((column) => column === 'quantity')
        ? {
            zh: `每条计 1${measure}；一条不止 1${measure}的，填“${columnWord(kind, 'quantity', 'zh')}”。`,
            en: `An entry counts for 1 ${measure}; where it is more, give “${columnWord(kind, 'quantity', 'en')}”.`,
          }
        : { zh: `每条计 1${measure}。`, en: `An entry counts for 1 ${measure}.` }
    case 'quantity':
      return {
        zh: `每条按“${columnWord(kind, 'quantity', 'zh')}”计${measure === '' ? '' : `，单位：${measure}`}。`,
        en: `An entry counts for its “${columnWord(kind, 'quantity', 'en')}”${measure === '' ? '' : `, in ${measure}`}.`,
      }
    case 'beneficiaries':
      return {
        zh: '每条是一个批次，按受益人次计，只填人次，不填个人信息。',
        en: 'An entry is a batch and counts for its people: numbers only, no personal data.',
      }
    case 'numerator':
      return {
        zh: '每条填实际覆盖数和应覆盖数，覆盖率为两者合计之比。',
        en: 'An entry gives what is and what is to be covered; the rate is the sum of one over the sum of the other.',
      }
    default:
      return {
        zh: '每条记录到达的一个节点；到达最后一个节点即为完成。',
        en: 'An entry records a stage reached; the last stage completes it.',
      }
  }
}
