import { annexLine, copiesLine, printedLine, type PaperWords } from '../../domain/papers/official-paper.ts'

type PaperViewProps = {
  paper: PaperWords
  annexes: readonly string[]
}

/** A paper's text as it will stand on its pages, without their breaks: the document's own words, so in Chinese. */
export function PaperView({ paper, annexes }: PaperViewProps) {
  const { head, title, addressee, signature, imprint } = paper
  const body = paper.body.map((block, at) => ({ ...block, at }))
  return (
    <article className="paper-view" lang="zh-CN">
      {head && (
        <header>
          <p className="paper-mark">{head.mark}</p>
          <p>{head.number}</p>
          {head.line && (
            <p className="paper-sides">
              <span>{head.line[0]}</span>
              <span>{head.line[1]}</span>
            </p>
          )}
        </header>
      )}
      <h3 className="paper-title">{title}</h3>
      {addressee !== null && <p>{addressee}</p>}
      {body.map((block) =>
        block.kind === 'heading' ? (
          <h4 key={block.at} className={`paper-heading-${block.level}`}>
            {block.text}
          </h4>
        ) : (
          <p key={block.at} className="paper-paragraph">
            {block.text}
          </p>
        ),
      )}
      {annexes.map((annex) => (
        <p key={annex} className="paper-paragraph paper-annex-note">
          {annexLine(annex)}
        </p>
      ))}
      {signature && (
        <p className="paper-signature">
          <span>{signature.issuer}</span>
          <span>{signature.date}</span>
        </p>
      )}
      {imprint && (
        <footer>
          {imprint.copies !== null && <p>{copiesLine(imprint.copies)}</p>}
          <p className="paper-sides">
            <span>{imprint.issuer}</span>
            <span>{printedLine(imprint.date)}</span>
          </p>
        </footer>
      )}
    </article>
  )
}
