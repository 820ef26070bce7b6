import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { cutAtMarks, type Segment } from '../../ui/cut-at-marks.ts'
import type { Mark } from './source-marks.ts'

type SourceTextProps = { holder: string; text: string; marks: readonly Mark[] }

/** One paragraph or cell as printed, every stretch with what the reader made of it. */
export const SourceText = memo(
  function SourceText({ holder, text, marks }: SourceTextProps) {
    const segments = cutAtMarks(text, marks)
    const begun = new Set<string>()
    return (
      <span lang="zh-CN" data-holder={holder}>
        {segments.map((segment) => {
          const mark = leadingMark(segment)
          const first = mark !== undefined && !begun.has(mark.key)
          if (mark) begun.add(mark.key)
          return <SourceStretch key={segment.start} segment={segment} mark={mark} first={first} />
        })}
      </span>
    )
  },
  (before, after) => before.text === after.text && sameMarks(before.marks, after.marks),
)

/** A number left out says why, also inside a promise; then what a person asks first: is it a promise, who is it. */
const precedence: readonly Mark['kind'][] = [
  'not-target',
  'promise',
  'name',
  'milestone',
  'result',
  'unread',
  'ignored',
  'heading',
  'sentence',
]

function leadingMark(segment: Segment<Mark>): Mark | undefined {
  return segment.marks.toSorted(
    (a, b) => precedence.indexOf(a.kind) - precedence.indexOf(b.kind) || a.end - a.start - (b.end - b.start),
  )[0]
}

type SourceStretchProps = { segment: Segment<Mark>; mark: Mark | undefined; first: boolean }

function SourceStretch({ segment, mark, first }: SourceStretchProps) {
  const note = useNote(mark)
  if (!mark) return segment.text
  const others = segment.marks.filter(
    (other) => other !== mark && (other.kind === mark.kind || other.kind === 'promise'),
  )
  const own = [mark, ...others]
  const shared = {
    className: classOf(mark, own),
    'data-light': own.map(({ key }) => key).join(' '),
    ...(note === undefined ? {} : { 'data-note': note, 'aria-description': note }),
  }
  // The first stretch of a promise, number, name, milestone or result leads to its reading; arrow keys move between these.
  if (first && leads.has(mark.kind))
    return (
      <a {...shared} href={`#${mark.key}`} tabIndex={-1} data-stop="" data-leads={mark.kind}>
        {segment.text}
      </a>
    )
  return (
    <span {...shared} data-leads={mark.kind}>
      {segment.text}
    </span>
  )
}

const leads: ReadonlySet<Mark['kind']> = new Set(['promise', 'not-target', 'name', 'milestone', 'result'])

function classOf(mark: Mark, own: readonly Mark[]): string {
  const classes = [`mark-${mark.kind}`]
  if (own.some((other) => other.kind === 'promise' && other.doubtful)) classes.push('mark-doubtful')
  if (mark.kind === 'not-target' && own.some((other) => other.kind === 'promise'))
    classes.push('mark-promise')
  return classes.join(' ')
}

function useNote(mark: Mark | undefined): string | undefined {
  const { t } = useTranslation('imports')
  if (mark?.kind === 'not-target') return t('notTargetNote', { why: t(`why_${mark.why}`) })
  if (mark?.kind === 'ignored') return t('ignoredNote', { why: t(`ignored_${mark.why}`) })
  if (mark?.kind === 'unread') return t('unreadNote')
  if (mark?.kind === 'milestone' || mark?.kind === 'result') return t(`progress_${mark.kind}`)
  return mark?.kind === 'promise' && mark.doubtful ? t('markDoubtful') : undefined
}

function sameMarks(before: readonly Mark[], after: readonly Mark[]): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after)
}
