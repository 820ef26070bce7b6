import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPage } from '../../../contract/imports.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { AdoptionChoiceFields } from './adoption-choice-fields.tsx'
import { chosenProgramme, newProgramme, useProgrammesOf } from './adoption-choice.ts'
import type { ImportCounts } from './import-reading.ts'
import { useAdopt } from './use-adopt.ts'
import './adopt-dialog.css'

type AdoptDialogProps = { page: ImportPage; counts: ImportCounts; onClose: () => void }

/** Says what will happen and cannot be taken back, then does it. */
export function AdoptDialog({ page, counts, onClose }: AdoptDialogProps) {
  const { t } = useTranslation('imports')
  const sentenceOf = useFailureSentence()
  const navigate = useNavigate()
  const [typedYear, setTypedYear] = useState('')
  const [checked, setChecked] = useState(false)
  const [picked, setChoice] = useState(newProgramme)
  const yearNeeded = page.draft.year === null
  const year = page.draft.year ?? readYear(typedYear)
  const yearMissing = checked && year === undefined
  const programmes = useProgrammesOf(year)
  const programme = chosenProgramme(picked, programmes)
  // The choice is that of the year: for another one there may be nothing to amend.
  const choice = programme ? picked : newProgramme
  const adopt = useAdopt(page)

  function start(): void {
    setChecked(true)
    if (year === undefined) return
    const named = yearNeeded ? { year } : {}
    if (programme && choice.way === 'amendment') {
      const params = { importId: page.id, programmeId: programme.id }
      void navigate({ to: '/imports/$importId/comparison/$programmeId', params })
    } else if (programme && choice.way === 'share') {
      const { issuerId } = choice
      if (issuerId !== null) adopt.mutate({ ...named, share: { issuerId, shareOf: programme.id } })
    } else adopt.mutate(named)
  }

  return (
    <Modal
      open
      className="dry-dialog"
      title={t(choice.way === 'new' ? 'adoptTitle' : `adoptWay_${choice.way}`)}
      okText={adopt.isPending ? t('adopting') : t(choice.way === 'amendment' ? 'adoptCompare' : 'adoptNow')}
      cancelText={t('adoptBack')}
      confirmLoading={adopt.isPending}
      onOk={start}
      onCancel={onClose}
    >
      {programmes.length > 0 && (
        <AdoptionChoiceFields
          choice={choice}
          programmes={programmes}
          checked={checked}
          onChange={setChoice}
        />
      )}
      <p>
        {t(`adoptWhat_${choice.way}`, {
          title: page.draft.title || t('untitled'),
          projects: counts.projects,
          tasks: counts.tasks,
          indicators: counts.indicators,
        })}
      </p>
      {choice.way !== 'amendment' && <p>{t('adoptFinal')}</p>}
      {counts.newUnits > 0 && <p>{t('adoptUnits', { count: counts.newUnits })}</p>}
      {counts.doubtful > 0 && <p className="dry-todo">{t('adoptDoubtful', { count: counts.doubtful })}</p>}
      {yearNeeded && (
        <div className="dry-field">
          <label htmlFor="adopt-year">{t('adoptYear')}</label>
          <Input
            id="adopt-year"
            inputMode="numeric"
            maxLength={4}
            value={typedYear}
            onChange={(event) => setTypedYear(event.target.value)}
            onPressEnter={start}
          />
          <p className={yearMissing ? 'dry-error' : 'dry-hint'} {...(yearMissing ? { role: 'alert' } : {})}>
            {t(yearMissing ? 'adoptYearBad' : 'adoptYearWhy')}
          </p>
        </div>
      )}
      {adopt.isError && (
        <p role="alert" className="dry-error">
          {sentenceOf(adopt.error)}
        </p>
      )}
    </Modal>
  )
}

/** The years the contract takes. */
function readYear(typed: string): number | undefined {
  const year = Number(typed.normalize('NFKC').trim())
  return Number.isInteger(year) && year >= 1990 && year <= 2199 ? year : undefined
}
