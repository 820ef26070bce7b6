import { useEffect, useId, useRef } from 'react'

type SentenceFieldProps = {
  label: string
  text: string
  /** Where the caret stands, or what is selected, in UTF-16 offsets of the text. */
  onSelect: (start: number, end: number) => void
}

/**
 * A sentence in which a person points: a text field that takes no input, so that mouse, finger, keyboard and screen
 * reader all place the caret and select as they do everywhere. (One that is `readonly` has no caret in Chromium.)
 */
export function SentenceField({ label, text, onSelect }: SentenceFieldProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current } = field
    const refuse = (event: Event): void => event.preventDefault()
    // Composed input cannot be refused, only taken back.
    const restore = (): void => {
      if (current) current.value = text
    }
    current?.addEventListener('beforeinput', refuse)
    current?.addEventListener('input', restore)
    return () => {
      current?.removeEventListener('beforeinput', refuse)
      current?.removeEventListener('input', restore)
    }
  }, [text])
  return (
    <div className="dry-field dry-sentence-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        lang="zh-CN"
        aria-readonly
        inputMode="none"
        spellCheck={false}
        rows={Math.min(8, Math.ceil(text.length / 32))}
        defaultValue={text}
        onSelect={({ currentTarget }) => onSelect(currentTarget.selectionStart, currentTarget.selectionEnd)}
      />
    </div>
  )
}
