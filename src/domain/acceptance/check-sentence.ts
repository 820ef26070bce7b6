/** One sentence for every check, with the numbers it rests on. */
import type { Language } from '../problems/problem.ts'
import type { Check, CheckCode } from './checks.ts'

type Counts = (name: string) => number

export function checkSentence({ code, outcome, counts }: Check, language: Language): string {
  const count: Counts = (name) => counts[name] ?? 0
  return sentences[language][code](count, outcome)
}

type Sentences = Readonly<Record<CheckCode, (count: Counts, outcome: Check['outcome']) => string>>

const parts = (listed: readonly (readonly [count: number, words: string])[], joint: string) =>
  listed
    .filter(([count]) => count > 0)
    .map(([, words]) => words)
    .join(joint)

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)
const is = (count: number) => (count === 1 ? 'is' : 'are')

const zh: Sentences = {
  target: (_, outcome) =>
    ({
      passed: '按审定的数，目标已经达到。',
      failed: '按审定的数，目标还没有达到。',
      'to-judge': '这类承诺没有可比的数和节点，请按材料判断是否兑现。',
    })[outcome],
  figures: (n) =>
    n('waiting') === 0 ? '所报的数都已审定。' : `还有 ${n('waiting')} 个数没有走完两级审核或被退回。`,
  entries: (n) =>
    n('waiting') === 0
      ? `台账没有待审核的条目，已采信 ${n('accepted')} 条。`
      : `台账还有 ${n('waiting')} 条待审核，已采信 ${n('accepted')} 条。`,
  doubts: (n) =>
    n('open') + n('upheld') === 0
      ? '没有未了结的疑点。'
      : `还有 ${parts(
          [
            [n('open'), `${n('open')} 条疑点没有认定`],
            [n('upheld'), `${n('upheld')} 条疑点成立、所涉条目或数还没有更正`],
          ],
          '，',
        )}。`,
  evidence: (n) => (n('files') === 0 ? '申请没有附佐证材料。' : `申请附有 ${n('files')} 份佐证材料。`),
  sample: (n, outcome) => {
    if (outcome === 'to-judge') return '没有可抽查的台账条目，请按材料判断。'
    const found = `抽查 ${n('drawn')} 条，现场属实 ${n('found')} 条`
    const rest = parts(
      [
        [n('differs'), `与台账不符 ${n('differs')} 条`],
        [n('missing'), `没找到 ${n('missing')} 条`],
        [n('unseen'), `还没核查 ${n('unseen')} 条`],
        [n('withoutPhotograph'), `已核查但没有照片 ${n('withoutPhotograph')} 条`],
      ],
      '，',
    )
    return `${found}${rest === '' ? '，都有照片' : `，${rest}`}。`
  },
}

const en: Sentences = {
  target: (_, outcome) =>
    ({
      passed: 'By the reviewed figures the target is met.',
      failed: 'By the reviewed figures the target is not met.',
      'to-judge':
        'This kind of promise has neither a figure nor stages: judge by the files whether it was kept.',
    })[outcome],
  figures: (n) =>
    n('waiting') === 0
      ? 'Everything reported is reviewed.'
      : `Not through both steps of review, or returned: ${n('waiting')} of the figures.`,
  entries: (n) =>
    n('waiting') === 0
      ? `No entry waits for review; ${n('accepted')} accepted.`
      : `${entries(n('waiting'))} ${n('waiting') === 1 ? 'waits' : 'wait'} for review; ${n('accepted')} accepted.`,
  doubts: (n) =>
    n('open') + n('upheld') === 0
      ? 'No doubt is left open.'
      : `Doubts: ${parts(
          [
            [n('open'), `${n('open')} not ruled on`],
            [n('upheld'), `${n('upheld')} upheld while the entry or figure still counts`],
          ],
          '; ',
        )}.`,
  evidence: (n) => (n('files') === 0 ? 'The claim has no files.' : `Files with the claim: ${n('files')}.`),
  sample: (n, outcome) => {
    if (outcome === 'to-judge') return 'There are no entries to draw from: judge by the files.'
    const found = `Of ${n('drawn')} drawn, ${n('found')} ${is(n('found'))} as entered`
    const rest = parts(
      [
        [n('differs'), `${n('differs')} ${n('differs') === 1 ? 'differs' : 'differ'}`],
        [n('missing'), `${n('missing')} not found`],
        [n('unseen'), `${n('unseen')} not looked at yet`],
        [n('withoutPhotograph'), `${n('withoutPhotograph')} looked at without a photograph`],
      ],
      '; ',
    )
    return `${found}${rest === '' ? '; all with photographs' : `; ${rest}`}.`
  },
}

const sentences: Readonly<Record<Language, Sentences>> = { zh, en }
