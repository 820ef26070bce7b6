import { MarkedText } from '../../ui/marked-text.tsx'

/** As much of a sentence around a stretch as a person needs to judge it. */
const AROUND = 16

type SentenceExcerptProps = { text: string; start: number; end: number }

/** A stretch in its sentence, for where the document itself is out of sight. */
export function SentenceExcerpt({ text, start, end }: SentenceExcerptProps) {
  const from = Math.max(0, start - AROUND)
  const to = Math.min(text.length, end + AROUND)
  const lead = from > 0 ? '……' : ''
  const excerpt = `${lead}${text.slice(from, to)}${to < text.length ? '……' : ''}`
  const shift = lead.length - from
  return (
    <p className="dry-excerpt" lang="zh-CN">
      <MarkedText text={excerpt} marks={[{ start: start + shift, end: end + shift }]} />
    </p>
  )
}
