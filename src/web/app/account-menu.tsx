import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession, useSignOut } from './session.tsx'

/** Who is signed in and the way out; or the way in. */
export function AccountMenu() {
  const { t } = useTranslation()
  const { t: account } = useTranslation('account')
  const session = useSession()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const titles = new Set(
    session?.person?.posts.map((post) => (post.standsIn ? account('standingIn', post) : post.title)),
  )
  const here = useRouterState({ select: (state) => state.location.href })
  if (!session) return null
  if (!session.person) {
    if (here.startsWith('/sign-in')) return null
    return (
      <Link to="/sign-in" search={{ next: here }}>
        {t('signIn')}
      </Link>
    )
  }
  return (
    <>
      <Link to="/account" className="account-name" lang="zh-CN" title={t('navAccount')}>
        {session.person.name}
        <span className="account-post">
          {[...titles].filter((title) => title !== session.person?.name).join(' ')}
        </span>
      </Link>
      <button
        type="button"
        className="quiet-button"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSettled: () => void navigate({ to: '/' }) })}
      >
        {t('signOut')}
      </button>
    </>
  )
}
