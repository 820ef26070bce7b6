import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { delegatePost, type AccountPage } from '../../../contract/account.ts'
import { call } from '../api.ts'
import { useFieldFailure } from '../field-failure.ts'
import { FormDialog } from '../form-dialog.tsx'
import { FormField } from '../form-field.tsx'
import { accountQuery, colleaguesQuery } from './account-query.ts'

type DelegateDialogProps = { post: AccountPage['posts'][number]; today: string; onClose: () => void }

/** Who stands in for a post, from when to when, and why. */
export function DelegateDialog({ post, today, onClose }: DelegateDialogProps) {
  const { t } = useTranslation('account')
  const client = useQueryClient()
  const colleagues = useQuery(colleaguesQuery)
  const [typed, setTyped] = useState({ toPersonId: '', from: today, to: '', reason: '' })
  const [checked, setChecked] = useState(false)
  const delegate = useMutation({
    networkMode: 'always',
    mutationFn: () => call(delegatePost, { params: { postId: post.id }, body: typed }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: accountQuery.queryKey })
      onClose()
    },
  })
  const refusal = useFieldFailure(delegate.error, ['toPersonId', 'from', 'to', 'reason'])
  const failureOf = (field: keyof typeof typed) =>
    checked && typed[field].trim() === '' ? t('required') : refusal.of(field)
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped((before) => ({ ...before, [field]: event.target.value }))

  function start(): void {
    setChecked(true)
    if (Object.values(typed).every((value) => value.trim() !== '')) delegate.mutate()
  }
  return (
    <FormDialog
      title={t('delegateTitle', post)}
      okText={t('confirmDelegate')}
      busy={delegate.isPending}
      failure={refusal.rest}
      onOk={start}
      onClose={onClose}
    >
      <p>{t('delegateWhat')}</p>
      <FormField label={t('standIn')} failure={failureOf('toPersonId')}>
        {(described) => (
          <select {...described} value={typed.toPersonId} onChange={set('toPersonId')}>
            <option value="">{t('chooseStandIn')}</option>
            {colleagues.data?.map(({ id, name, posts }) => (
              <option key={id} value={id}>
                {posts[0] === undefined ? name : `${name} ${posts[0]}`}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <div className="form-dates">
        <FormField label={t('firstDay')} failure={failureOf('from')}>
          {(described) => (
            <input {...described} type="date" min={today} value={typed.from} onChange={set('from')} />
          )}
        </FormField>
        <FormField label={t('lastDay')} failure={failureOf('to')}>
          {(described) => (
            <input {...described} type="date" min={typed.from} value={typed.to} onChange={set('to')} />
          )}
        </FormField>
      </div>
      <FormField label={t('reason')} hint={t('reasonHint')} failure={failureOf('reason')}>
        {(described) => (
          <input {...described} maxLength={300} value={typed.reason} onChange={set('reason')} />
        )}
      </FormField>
    </FormDialog>
  )
}
