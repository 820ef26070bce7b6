import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../contract/session.ts'
import { AccountMenu } from './account-menu.tsx'
import { InboxAnnouncement } from './inbox/inbox-count.tsx'
import { useLanguage } from './language.ts'
import { MainNavigation } from './main-navigation.tsx'
import { ProgrammeNavigation } from './programme-navigation.tsx'
import { useSession } from './session.tsx'
import { useSessionExpired } from './session-expiry.ts'
import { useArrival } from './use-arrival.ts'
import { useKeptFocus } from './use-kept-focus.ts'

const SessionExpiredDialog = lazy(() =>
  import('./session-expired-dialog.tsx').then((module) => ({ default: module.SessionExpiredDialog })),
)

/** What surrounds every page: the way to its content, the name of the government, where one can go, who one is. */
export function Shell() {
  const { t } = useTranslation()
  const session = useSession()
  const expired = useSessionExpired()
  const main = useRef<HTMLElement>(null)
  useArrival(main)
  useKeptFocus()
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      <header className="masthead">
        {session?.tenant.isDemo && <DemoNotice progress={session.yearProgress} />}
        <div className="masthead-row">
          <Link to="/" className="wordmark">
            <span lang="zh-CN">{t('wordmark')}</span>
            <span className="wordmark-tenant" lang="zh-CN">
              {session?.tenant.name}
            </span>
          </Link>
          <MainNavigation />
          <InboxAnnouncement />
          <div className="masthead-end">
            <LanguageSwitch />
            <AccountMenu />
          </div>
        </div>
      </header>
      <ProgrammeNavigation />
      <main id="content" ref={main} tabIndex={-1}>
        {session?.person?.mustChangePassword === true && <ChoosePassword />}
        <Outlet />
      </main>
      {expired && (
        <Suspense>
          <SessionExpiredDialog />
        </Suspense>
      )}
    </>
  )
}

/** On every page: what it shows is made up, and how much of its year is there. */
function DemoNotice({ progress }: { progress: Session['yearProgress'] }) {
  const { t } = useTranslation()
  return (
    <p className="demo-notice">
      {t('demoNotice')}
      {progress && (
        <span className="demo-progress">
          {progress.month === null
            ? t('demoPlansLoading')
            : t('demoMonthLoading', { month: progress.month, percent: percentOf(progress) })}
        </span>
      )}
    </p>
  )
}

function percentOf({ no, of }: { no: number; of: number }): number {
  return Math.floor((no / of) * 100)
}

/** Nothing else may be done with a password that somebody else knows. */
function ChoosePassword() {
  const { t } = useTranslation('account')
  const path = useRouterState({ select: (state) => state.location.pathname })
  if (path === '/account') return null
  return (
    <p className="choose-password" role="alert">
      {t('mustChange')} <Link to="/account">{t('toAccount')}</Link>
    </p>
  )
}

function LanguageSwitch() {
  const { t } = useTranslation()
  const { language, switchTo } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="quiet-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => switchTo(other)}
    >
      {t('otherLanguage')}
    </button>
  )
}
