import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { handOverPost } from '../../../contract/posts.ts'
import { call } from '../api.ts'
import { useFieldFailure } from '../field-failure.ts'
import { FormDialog } from '../form-dialog.tsx'
import { FormField } from '../form-field.tsx'
import { peopleQuery } from '../queries.ts'
import { PersonSelect } from './person-select.tsx'
import { postsQuery, type Post } from './posts-query.ts'

type HandOverDialogProps = { post: Post; today: string; onClose: () => void }

/** One act: who takes the post over, and from which day. */
export function HandOverDialog({ post, today, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('posts')
  const client = useQueryClient()
  const present = post.holdings.find(({ until }) => until === null)
  const [typed, setTyped] = useState({ personId: '', from: '' })
  const [checked, setChecked] = useState(false)
  const handOver = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      call(handOverPost, {
        params: { postId: post.id },
        body: { personId: typed.personId || null, from: typed.from, seen: present?.personId ?? null },
      }),
    onSuccess: onClose,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: postsQuery.queryKey }),
        client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
      ]),
  })
  const refusal = useFieldFailure(handOver.error, ['personId', 'from'])
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped((before) => ({ ...before, [field]: event.target.value }))
  return (
    <FormDialog
      title={t('handOverTitle', post)}
      okText={t('confirmHandOver')}
      busy={handOver.isPending}
      failure={refusal.rest}
      onOk={() => {
        setChecked(true)
        if (typed.from !== '') handOver.mutate()
      }}
      onClose={onClose}
    >
      {present && <p>{t('handOverWhat', { person: present.person })}</p>}
      <FormField label={t('successor')} failure={refusal.of('personId')}>
        {(described) => (
          <PersonSelect
            {...described}
            nobody={t('leaveVacant')}
            except={present?.personId ?? null}
            value={typed.personId}
            onChange={set('personId')}
          />
        )}
      </FormField>
      <FormField
        label={t('firstDay')}
        failure={checked && typed.from === '' ? t('required') : refusal.of('from')}
      >
        {(described) => (
          <input {...described} type="date" min={today} value={typed.from} onChange={set('from')} />
        )}
      </FormField>
    </FormDialog>
  )
}
