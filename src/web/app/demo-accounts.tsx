import { useTranslation } from 'react-i18next'
import type { Session } from '../../contract/session.ts'
import { useFailureSentence } from './failure-sentence.ts'
import { useSignIn } from './session.tsx'

type DemoAccountsProps = { accounts: Session['demoAccounts']; onSignedIn: () => void }

/** The seeded accounts of the demo, each one press away. */
export function DemoAccounts({ accounts, onSignedIn }: DemoAccountsProps) {
  const { t } = useTranslation('signIn')
  const { t: value } = useTranslation('values')
  const signIn = useSignIn()
  const sentenceOf = useFailureSentence()
  return (
    <section className="demo-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demoTitle')}</h2>
      <p className="quiet">{t('demoBody')}</p>
      {signIn.isError && <p role="alert">{sentenceOf(signIn.error)}</p>}
      <ul>
        {accounts.map(({ signInName, password, name, role }) => (
          <li key={signInName}>
            <button
              type="button"
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ signInName, password }, { onSuccess: onSignedIn })}
            >
              <span>
                <span className="demo-role">{value(`role_${role}`)}</span>
                {name !== value(`role_${role}`) && (
                  <span className="demo-name" lang="zh-CN">
                    {name}
                  </span>
                )}
              </span>
              <span className="quiet">{signInName}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
