import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { resetPassword, setAccountEnabled } from '../../../contract/posts.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { peopleQuery } from '../queries.ts'
import { useSession } from '../session.tsx'

type AccountActsProps = {
  person: { id: string; name: string; signInName: string | null; disabled: boolean }
  onPassword: (initialPassword: string) => void
}

/** Disable and enable an account, and give a new first password; never one's own. */
export function AccountActs({ person, onPassword }: AccountActsProps) {
  const { t } = useTranslation('posts')
  const own = useSession()?.person?.id
  const client = useQueryClient()
  const sentenceOf = useFailureSentence()
  const onSettled = () => client.invalidateQueries({ queryKey: peopleQuery.queryKey })
  const params = { personId: person.id }
  const enable = useMutation({
    networkMode: 'always',
    mutationFn: () => call(setAccountEnabled, { params, body: { enabled: person.disabled } }),
    onSettled,
  })
  const reset = useMutation({
    networkMode: 'always',
    mutationFn: () => call(resetPassword, { params }),
    onSuccess: ({ initialPassword }) => onPassword(initialPassword),
  })
  if (person.signInName === null) return null
  if (person.id === own) return <span className="quiet">{t('ownAccount')}</span>
  const failed = enable.error ?? reset.error
  return (
    <span className="account-acts">
      <button
        type="button"
        className="link-button"
        aria-label={t(person.disabled ? 'enableOf' : 'disableOf', { person: person.name })}
        disabled={enable.isPending}
        onClick={() => enable.mutate()}
      >
        {t(person.disabled ? 'enable' : 'disable')}
      </button>
      <button
        type="button"
        className="link-button"
        aria-label={t('resetOf', { person: person.name })}
        disabled={reset.isPending}
        onClick={() => reset.mutate()}
      >
        {t('reset')}
      </button>
      {failed && (
        <span role="alert" className="form-failure">
          {sentenceOf(failed)}
        </span>
      )}
    </span>
  )
}
