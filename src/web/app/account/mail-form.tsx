import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setMailAddress } from '../../../contract/account.ts'
import { call } from '../api.ts'
import { useFieldFailure } from '../field-failure.ts'
import { FormField } from '../form-field.tsx'
import { accountQuery } from './account-query.ts'

/** Where notices go by e-mail; empty for nowhere. */
export function MailForm({ saved }: { saved: string | null }) {
  const { t } = useTranslation('account')
  const client = useQueryClient()
  const [typed, setTyped] = useState(saved ?? '')
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => call(setMailAddress, { body: { mailAddress: typed.trim() || null } }),
    onSuccess: () => client.invalidateQueries({ queryKey: accountQuery.queryKey }),
  })
  const refusal = useFieldFailure(save.error, ['mailAddress'])
  return (
    <section>
      <h2>{t('mail')}</h2>
      <p className="quiet">{t('mailWhat')}</p>
      <form
        className="account-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <FormField label={t('mailAddress')} failure={refusal.of('mailAddress')}>
          {(described) => (
            <input
              {...described}
              type="email"
              autoComplete="email"
              maxLength={254}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </FormField>
        {refusal.rest !== undefined && (
          <p role="alert" className="form-failure">
            {refusal.rest}
          </p>
        )}
        <button type="submit" className="button" disabled={save.isPending}>
          {t('saveMail')}
        </button>
        {save.isSuccess && <output className="account-done">{t('mailSaved')}</output>}
      </form>
    </section>
  )
}
