import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DemoAccounts } from '../demo-accounts.tsx'
import { usePageTitle } from '../page-title.ts'
import { useSession } from '../session.tsx'
import { SignInForm } from '../sign-in-form.tsx'

export function SignInPage() {
  const { t } = useTranslation('signIn')
  const { next } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const session = useSession()
  usePageTitle(t('title'))
  const goOn = () => void navigate({ href: next ?? '/', replace: true })
  return (
    <div className="page sign-in-page">
      <section className="sign-in">
        <h1>{t('title')}</h1>
        {session && <p className="quiet">{t('lead', { tenant: session.tenant.name })}</p>}
        <SignInForm onSignedIn={goOn} />
      </section>
      {session && session.demoAccounts.length > 0 && (
        <DemoAccounts accounts={session.demoAccounts} onSignedIn={goOn} />
      )}
    </div>
  )
}
