import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type FormDialogProps = {
  title: string
  okText: string
  busy: boolean
  failure: string | undefined
  onOk: () => void
  onClose: () => void
  children: ReactNode
}

/** A question with its fields; what is wrong with the whole of it stands below them. */
export function FormDialog({ title, okText, busy, failure, onOk, onClose, children }: FormDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={onOk}
      onCancel={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onOk()
        }}
      >
        {children}
        {failure !== undefined && (
          <p role="alert" className="form-failure">
            {failure}
          </p>
        )}
        <button type="submit" hidden aria-label={okText} />
      </form>
    </Modal>
  )
}
