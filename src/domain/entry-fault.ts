/** What can be wrong with a column of an entry, in words that say what to do. */
import type { TypedColumn } from './ledger.ts'

export const entryFaultCodes = [
  'missing',
  'too-long',
  'not-a-number',
  'not-whole',
  'negative',
  'not-positive',
  'not-a-date',
  'not-a-month',
  'in-future',
  'before-done',
  'outside-year',
  'month-frozen',
  'identity-number',
  'mobile-number',
  'not-of-this-kind',
  'not-a-coordinate',
  'outside-china',
  'swapped',
  'datum-missing',
  'not-a-datum',
  'too-coarse',
] as const
export type EntryFaultCode = (typeof entryFaultCodes)[number]

export type EntryFault = {
  readonly column: TypedColumn
  readonly code: EntryFaultCode
  /** What stands there, shortened. */
  readonly value?: string
  readonly limit?: number
  readonly year?: number
  readonly month?: string
  /** The next month that takes entries. */
  readonly next?: string | null
}

type Words = (fault: EntryFault) => { readonly zh: string; readonly en: string }

const words: Readonly<Record<EntryFaultCode, Words>> = {
  missing: () => ({ zh: '不能为空，请填写。', en: 'is empty; fill it in.' }),
  'too-long': ({ limit }) => ({
    zh: `超过 ${limit} 个字，请缩短。`,
    en: `is longer than ${limit} characters; shorten it.`,
  }),
  'not-a-number': ({ value }) => ({
    zh: `“${value}”不是数字，请只填数字，例如 12 或 85.6。`,
    en: `“${value}” is not a number; give one like 12 or 85.6.`,
  }),
  'not-whole': () => ({ zh: '必须是整数。', en: 'must be a whole number.' }),
  negative: () => ({
    zh: '不能是负数。要减少，请更正或撤回原条目。',
    en: 'cannot be negative; correct or withdraw the earlier entry instead.',
  }),
  'not-positive': () => ({ zh: '必须大于 0。', en: 'must be above 0.' }),
  'not-a-date': ({ value }) => ({
    zh: `“${value}”不是日期，请写成 2023-03-05 的样子。`,
    en: `“${value}” is not a date; write it like 2023-03-05.`,
  }),
  'not-a-month': ({ value }) => ({
    zh: `“${value}”不是月份，请写成 2023-03 的样子。`,
    en: `“${value}” is not a month; write it like 2023-03.`,
  }),
  'in-future': () => ({ zh: '还没有到这个时间，请核对。', en: 'lies in the future; check it.' }),
  'before-done': () => ({
    zh: '不能早于完成日期所在的月份。',
    en: 'cannot come before the month it was done in.',
  }),
  'outside-year': ({ year }) => ({
    zh: `不在 ${year} 年度内，请核对；确应计入本年度的，请另填计入月份。`,
    en: `is not in ${year}; check it, or choose the month of this year that it counts in.`,
  }),
  'month-frozen': ({ month, next }) =>
    next == null
      ? {
          zh: `${month} 已锁定，不再接收新条目。已录的条目有误，请在该条目上“更正”。`,
          en: `${month} is frozen and takes no new entries. Where an entry in it is wrong, correct that entry.`,
        }
      : {
          zh: `${month} 已锁定，不再接收新条目。请将计入月份填为 ${next}；已录的条目有误，请在该条目上“更正”。`,
          en: `${month} is frozen and takes no new entries. Count it in ${next}; where an entry is wrong, correct that entry.`,
        },
  'identity-number': () => ({
    zh: '含有 18 位身份证号码样的数字。台账不收个人信息，请改用自编编号（例如 天宁-0012）。',
    en: 'holds what looks like an 18-digit identity number. Ledgers take no personal data: use a code of your own.',
  }),
  'mobile-number': () => ({
    zh: '含有手机号码。台账不收个人信息，请删去。',
    en: 'holds a mobile number. Ledgers take no personal data: remove it.',
  }),
  'not-of-this-kind': () => ({
    zh: '不是这类台账的栏目，请清空。',
    en: 'is not a column of this kind of ledger; clear it.',
  }),
  'not-a-coordinate': ({ value }) => ({
    zh: `“${value}”不是经纬度，请写成 119.97 或 119°58′12″ 的样子。`,
    en: `“${value}” is no coordinate; write it like 119.97 or 119°58′12″.`,
  }),
  'outside-china': ({ value }) => ({
    zh: `“${value}”不在我国范围内（经度 73 至 136，纬度 3 至 54），请核对。`,
    en: `“${value}” lies outside China (longitude 73 to 136, latitude 3 to 54); check it.`,
  }),
  swapped: ({ value }) => ({
    zh: `和纬度填反了（“${value}”）。经度在前，例如 119.97；纬度在后，例如 31.81。请对调。`,
    en: `and latitude are swapped (“${value}”): the longitude, like 119.97, comes first, then the latitude, like 31.81.`,
  }),
  'datum-missing': () => ({
    zh: '没有选。同一点在不同坐标系里相差数百米，请选坐标取自哪里，例如高德、腾讯地图选 GCJ-02，百度地图选 BD-09，手持 GPS 选 WGS-84。',
    en: 'is not chosen. The same place differs by hundreds of metres between them: choose GCJ-02 for Amap and Tencent, BD-09 for Baidu, WGS-84 for GPS.',
  }),
  'not-a-datum': ({ value }) => ({
    zh: `“${value}”不是可用的坐标系，请填 CGCS2000、WGS-84、GCJ-02 或 BD-09。`,
    en: `“${value}” is none of CGCS2000, WGS-84, GCJ-02 and BD-09.`,
  }),
  'too-coarse': () => ({
    zh: '超过 10000 米，说明不了位置，请重新定位。',
    en: 'is above 10,000 metres and says nothing about the place; locate it again.',
  }),
}

/** The sentence without its column: “不能为空，请填写。” */
export function faultSentence(fault: EntryFault, language: 'zh' | 'en'): string {
  return words[fault.code](fault)[language]
}
