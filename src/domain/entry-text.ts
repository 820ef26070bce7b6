/** Texts of an entry as they are kept, and what must not stand in them. */
import { monthOf, type Month } from './month.ts'
import { plainDate, type PlainDate } from './plain-date.ts'

/** Without control characters, halves of characters and blanks around: what every database and page takes. */
export function plainText(raw: string): string {
  return raw
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim()
}

/** 18 places with a date of birth or not: a citizen's number (GB 11643), which a ledger never needs. */
const identityNumber = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/
const mobileNumber = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/

/** Whether a text holds somebody's identity or mobile number, also with blanks or hyphens between its digits. */
export function findPersonalData(text: string): 'identity-number' | 'mobile-number' | null {
  if (!/\d{3}/.test(text) && !/[０-９]/.test(text)) return null
  const plain = text.normalize('NFKC')
  const joined = plain.replaceAll(/(?<=\d)[\s-]+(?=[\dXx])/g, '')
  if (identityNumber.test(plain) || identityNumber.test(joined)) return 'identity-number'
  if (mobileNumber.test(plain) || mobileNumber.test(joined)) return 'mobile-number'
  return null
}

const dateForms = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?$/
const monthForms = /^(\d{4})[-/.年](\d{1,2})(?:月|[-/.月]0?1日?)?$/

/** 2023-03-05, 2023/3/5, 2023.3.5 and 2023年3月5日; undefined for anything that is no day. */
export function readTypedDate(text: string): PlainDate | undefined {
  const [, year, month, day] = dateForms.exec(text.normalize('NFKC')) ?? []
  if (day === undefined) return undefined
  return attempt(() => plainDate(Number(year), Number(month), Number(day)))
}

/** 2023-03, 2023/3, 2023年3月 and a month's first day. */
export function readMonth(text: string): Month | undefined {
  const [, year, month] = monthForms.exec(text.normalize('NFKC')) ?? []
  if (month === undefined) return undefined
  return attempt(() => monthOf(Number(year), Number(month)))
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
