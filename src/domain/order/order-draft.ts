/** What a matter is called and what it asks for, before anybody rewrites it: one wording for rules and for people. */
import { quoted } from '../values/quoted.ts'
import type { OrderOrigin } from './order.ts'

export type DraftWords = { readonly subject: string; readonly content: string }

/** How much of what it is about a title takes. */
const longestName = 60

/** `promise` in the document's own words; `ground` is the light's sentence, the doubt's, or the instruction's text. */
export function draftWords(origin: OrderOrigin, promise: string | null, ground: string | null): DraftWords {
  const name = shortened(promise ?? ground ?? '')
  switch (origin) {
    case 'light':
      return {
        subject: `${quoted(name)}进度滞后`,
        content: `${ground ?? ''}请查明滞后原因，提出追赶措施和时间安排，并按时限反馈整改情况。`,
      }
    case 'doubt':
      return {
        subject: `${quoted(name)}填报情况存疑`,
        content: `${ground ?? ''}请核实有关情况，作出说明，并提供佐证材料。`,
      }
    case 'instruction':
      return {
        subject: promise === null ? '落实领导批示' : `${quoted(name)}落实领导批示`,
        content: `${ground === null ? '' : `批示：${ground}\n`}请按批示要求抓好落实，并按时限反馈办理情况。`,
      }
    default:
      return { subject: promise === null ? '' : quoted(name), content: '' }
  }
}

function shortened(text: string): string {
  return text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text
}
