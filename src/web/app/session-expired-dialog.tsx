import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { AntdSettings } from './antd-settings.tsx'
import { sessionExpired } from './session-expiry.ts'
import { SignInForm } from './sign-in-form.tsx'

/** The session ended while somebody was at work: they sign in again and the page stays as it is. */
export function SessionExpiredDialog() {
  const { t } = useTranslation('signIn')
  return (
    <AntdSettings>
      <Modal open title={t('expiredTitle')} footer={null} width={400} onCancel={() => sessionExpired.clear()}>
        <p>{t('expiredBody')}</p>
        <SignInForm />
      </Modal>
    </AntdSettings>
  )
}
