import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Correction } from '../../../domain/programme/correction.ts'
import { CallFailure } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useImportActions } from './import-actions.ts'

type CorrectionFormProps = {
  title: string
  /** The correction as typed; undefined while something in the form is wrong, which it then shows itself. */
  read: () => Correction | undefined
  /** Something is typed that is not saved. */
  touched: boolean
  /** What stands in it was put there by the page, not typed. */
  prefilled?: boolean
  /** Forgets what was typed. */
  forget: () => void
  saveLabel?: string
  /** Other things to do with the same reading. */
  more?: ReactNode
  children: ReactNode
}

/** A form that stays open, with everything typed, until the server has taken the correction. */
export function CorrectionForm({
  title,
  read,
  touched,
  prefilled = false,
  forget,
  saveLabel,
  more,
  children,
}: CorrectionFormProps) {
  const { t } = useTranslation('imports')
  const { correct, openForm } = useImportActions()
  const sentenceOf = useFailureSentence()
  const [failure, setFailure] = useState<unknown>()
  const [saving, setSaving] = useState(false)
  // Touched before this form was opened: it was typed on an earlier visit to it.
  const [restored] = useState(touched && !prefilled)
  const form = useRef<HTMLFormElement>(null)
  // Whoever opens a form wants to type: in the field that says so, else in the first.
  useEffect(() => {
    const first =
      form.current?.querySelector<HTMLElement>('[data-first]') ??
      form.current?.querySelector('textarea, input')
    if (first instanceof HTMLElement) first.focus()
  }, [])
  const overtaken = failure instanceof CallFailure && failure.code === 'correction.overtaken'

  async function save(): Promise<void> {
    const correction = read()
    if (!correction) return
    setSaving(true)
    setFailure(undefined)
    try {
      await correct(correction)
      forget()
      openForm(null)
    } catch (error) {
      setFailure(error)
    } finally {
      setSaving(false)
    }
  }
  function discard(): void {
    forget()
    openForm(null)
  }

  return (
    <form
      className="dry-form"
      aria-label={title}
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className="dry-form-title">{title}</p>
      {restored && touched && <p className="dry-hint">{t('restored')}</p>}
      {children}
      {failure !== undefined && (
        <p role="alert" className="dry-error">
          {sentenceOf(failure)} {overtaken && t('overtakenKept')}
        </p>
      )}
      <div className="dry-form-actions">
        <button type="submit" className="button button-primary" disabled={saving}>
          {saving ? t('saving') : failure === undefined ? (saveLabel ?? t('save')) : t('retry')}
        </button>
        <button type="button" className="button" onClick={discard}>
          {touched ? t('discardTyped') : t('cancel')}
        </button>
        {more}
      </div>
    </form>
  )
}
