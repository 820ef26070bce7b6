import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changePassword, type AccountPage } from '../../../contract/account.ts'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useFieldFailure } from '../field-failure.ts'
import { FormField } from '../form-field.tsx'

const nothing = { password: '', newPassword: '', repeated: '' }

/** The present password, and twice the new one. */
export function PasswordForm({ page }: { page: AccountPage }) {
  const { t } = useTranslation('account')
  const { moment } = useDates()
  const client = useQueryClient()
  const [typed, setTyped] = useState(nothing)
  const [checked, setChecked] = useState(false)
  const change = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      call(changePassword, { body: { password: typed.password, newPassword: typed.newPassword } }),
    onSuccess: async () => {
      setTyped(nothing)
      setChecked(false)
      // The session's rights may have come with it.
      await client.invalidateQueries()
    },
  })
  const refusal = useFieldFailure(change.error, ['password', 'newPassword'])
  const differs = typed.repeated !== typed.newPassword
  const failureOf = (field: keyof typeof typed) => {
    if (checked && typed[field] === '') return t('required')
    if (field === 'repeated') return checked && differs ? t('repeatDiffers') : undefined
    return refusal.of(field)
  }
  const field = (name: keyof typeof typed, label: string, autoComplete: string, hint?: string) => (
    <FormField label={label} failure={failureOf(name)} {...(hint === undefined ? {} : { hint })}>
      {(described) => (
        <input
          {...described}
          type="password"
          maxLength={200}
          autoComplete={autoComplete}
          value={typed[name]}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </FormField>
  )
  return (
    <section>
      <h2>{t('password')}</h2>
      <p className="quiet">{t('passwordChangedAt', { moment: moment(page.passwordChangedAt) })}</p>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (typed.password !== '' && typed.newPassword !== '' && !differs) change.mutate()
        }}
      >
        {field('password', t('presentPassword'), 'current-password')}
        {field('newPassword', t('newPassword'), 'new-password', t('newPasswordHint'))}
        {field('repeated', t('repeatPassword'), 'new-password')}
        {refusal.rest !== undefined && (
          <p role="alert" className="form-failure">
            {refusal.rest}
          </p>
        )}
        <button type="submit" className="button button-primary" disabled={change.isPending}>
          {t('changePassword')}
        </button>
        {change.isSuccess && <output className="account-done">{t('passwordChanged')}</output>}
      </form>
    </section>
  )
}
