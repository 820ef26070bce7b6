import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inspectEntry, longestAcceptanceNote, type SampledEntry } from '../../../contract/acceptance.ts'
import { findings, type Finding } from '../../../domain/acceptance/inspection.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useFormDraft } from '../imports/form-drafts.ts'
import { useAcceptanceWrite } from './use-acceptance-write.ts'

type InspectionFormProps = { programmeId: string; claimId: string; entry: SampledEntry; name: string }
type Typed = { readonly finding: Finding | null; readonly note: string; readonly inspectedOn: string }

/** What somebody found on site; typed text outlives a lost connection. */
export function InspectionForm({ programmeId, claimId, entry, name }: InspectionFormProps) {
  const { t } = useTranslation('acceptance')
  const sentenceOf = useFailureSentence()
  const first: Typed = { finding: null, note: '', inspectedOn: todayInChina() }
  const draft = useFormDraft(`acceptance.${claimId}`, `look.${entry.entryId}`, first)
  const [tried, setTried] = useState(false)
  const typed = draft.values
  const params = { programmeId, claimId, entryId: entry.entryId }
  const send = useAcceptanceWrite(
    programmeId,
    (finding: Finding) =>
      call(inspectEntry, { params, body: { ...typed, finding, seen: entry.inspections.length } }),
    () => {
      draft.forget()
      setTried(false)
    },
  )
  const noteNeeded = typed.finding !== null && typed.finding !== 'found' && typed.note.trim() === ''
  const missing = tried && (typed.finding === null ? 'findingMissing' : noteNeeded ? 'noteMissing' : null)
  return (
    <form
      noValidate
      className="acceptance-form acceptance-inspection"
      aria-label={t('inspectionOf', { name })}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (typed.finding !== null && !noteNeeded) send.mutate(typed.finding)
      }}
    >
      <fieldset>
        <legend>{t(entry.inspections.length === 0 ? 'look' : 'lookAgain')}</legend>
        {findings.map((finding) => (
          <label key={finding}>
            <input
              type="radio"
              name={`finding-${entry.entryId}`}
              checked={typed.finding === finding}
              onChange={() => draft.set({ ...typed, finding })}
            />{' '}
            {t(`finding_${finding}`)}
          </label>
        ))}
        <label>
          {t('inspectedOn')}{' '}
          <input
            type="date"
            value={typed.inspectedOn}
            onChange={({ target }) => draft.set({ ...typed, inspectedOn: target.value })}
          />
        </label>
      </fieldset>
      <label className="acceptance-note">
        <span>{t('note')}</span>
        <input
          maxLength={longestAcceptanceNote}
          aria-invalid={missing === 'noteMissing'}
          value={typed.note}
          onChange={({ target }) => draft.set({ ...typed, note: target.value })}
        />
      </label>
      {missing && (
        <p role="alert" className="fault">
          {t(missing)}
        </p>
      )}
      {send.isError && !missing && (
        <p role="alert" className="fault">
          {sentenceOf(send.error)}
        </p>
      )}
      <p className="acceptance-bar">
        <button type="submit" className="button" disabled={send.isPending}>
          {t('saveLook')}
        </button>
      </p>
    </form>
  )
}

function todayInChina(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
