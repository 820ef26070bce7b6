import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'

/** Shown once: it is kept nowhere. */
export function FirstPassword({ password, onClose }: { password: string; onClose: () => void }) {
  const { t } = useTranslation('posts')
  return (
    <Modal
      open
      title={t('createdTitle')}
      okText={t('createdDone')}
      // Closed by the button alone, lest a stray press loses it.
      mask={{ closable: false }}
      closable={false}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
    >
      <p>{t('createdWhat')}</p>
      <p className="first-password">{password}</p>
    </Modal>
  )
}
