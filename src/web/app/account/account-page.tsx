import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../page-title.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { accountQuery } from './account-query.ts'
import { MailForm } from './mail-form.tsx'
import { OwnPosts } from './own-posts.tsx'
import { PasswordForm } from './password-form.tsx'
import './account.css'

/** One's own posts and who stands in, the password, and where mail goes. */
export function AccountPage() {
  const { t } = useTranslation('account')
  const account = useQuery(accountQuery)
  usePageTitle(t('title'))
  return (
    <div className="page account">
      <h1>{t('title')}</h1>
      {account.data ? (
        <>
          <p className="quiet">
            <span lang="zh-CN">{account.data.name}</span> {account.data.signInName}
          </p>
          {account.data.mustChangePassword ? (
            <p className="account-must">{t('mustChange')}</p>
          ) : (
            <OwnPosts page={account.data} />
          )}
          <PasswordForm page={account.data} />
          {!account.data.mustChangePassword && <MailForm saved={account.data.mailAddress} />}
        </>
      ) : (
        <QueryOutcome query={account} />
      )}
    </div>
  )
}
