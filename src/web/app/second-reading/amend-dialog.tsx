import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPage } from '../../../contract/imports.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import type { FormDraft } from '../imports/form-drafts.ts'
import type { Comparison } from './arrange-comparison.ts'
import type { ChangeKind } from './comparison-search.ts'
import { DecisionFields } from './decision-fields.tsx'
import type { TypedDecision } from './decision-draft.ts'
import { useAmend } from './use-amend.ts'

type AmendDialogProps = {
  page: ImportPage
  programme: Comparison['programme']
  counts: Readonly<Record<ChangeKind, number>>
  decision: FormDraft<TypedDecision>
  onClose: () => void
}

/** Says what will happen, asks for the decision that allows it, then does it. */
export function AmendDialog({ page, programme, counts, decision, onClose }: AmendDialogProps) {
  const { t } = useTranslation('secondReading')
  const sentenceOf = useFailureSentence()
  const [checked, setChecked] = useState(false)
  const amend = useAmend(page, programme, () => {
    decision.forget()
    onClose()
  })
  const { text, on } = decision.values

  function start(): void {
    setChecked(true)
    if (text.trim() !== '' && on !== '') amend.mutate({ text: text.trim(), on })
  }
  return (
    <Modal
      open
      className="amend-dialog"
      title={t('amend', { number: programme.amendmentNo + 1 })}
      okText={amend.isPending ? t('amending') : amend.isError ? t('retry') : t('amendNow')}
      cancelText={t('amendBack')}
      confirmLoading={amend.isPending}
      onOk={start}
      onCancel={onClose}
    >
      <p>{t('amendWhat', { title: programme.title })}</p>
      <ul>
        {counts.changed + counts.moved > 0 && (
          <li>{t('amendKept', { count: counts.changed + counts.moved })}</li>
        )}
        {counts.new > 0 && <li>{t('amendNew', { count: counts.new })}</li>}
        {counts.withdrawn > 0 && <li>{t('amendWithdrawn', { count: counts.withdrawn })}</li>}
      </ul>
      <p>{t('amendFinal')}</p>
      <DecisionFields values={decision.values} checked={checked} onChange={decision.set} onEnter={start} />
      {amend.isError && (
        <p role="alert" className="amend-error">
          {sentenceOf(amend.error)}
        </p>
      )}
    </Modal>
  )
}
