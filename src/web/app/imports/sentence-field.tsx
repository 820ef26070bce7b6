import { useId, type SyntheticEvent } from 'react'

type SentenceFieldProps = {
  label: string
  text: string
  /** Where the caret stands, or what is selected, in UTF-16 offsets of the text. */
  onSelect: (start: number, end: number) => void
}

/**
 * A sentence in which a person points: a read-only text field, so that mouse, finger, keyboard and screen reader all
 * place the caret and select as they do everywhere.
 */
export function SentenceField({ label, text, onSelect }: SentenceFieldProps) {
  const id = useId()
  const select = (event: SyntheticEvent<HTMLTextAreaElement>) =>
    onSelect(event.currentTarget.selectionStart, event.currentTarget.selectionEnd)
  return (
    <div className="dry-field dry-sentence-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        lang="zh-CN"
        readOnly
        rows={Math.min(8, Math.ceil(text.length / 30) + 1)}
        value={text}
        onSelect={select}
        // Chromium tells of a selection, not always of a caret that moved.
        onClick={select}
        onKeyUp={select}
      />
    </div>
  )
}
