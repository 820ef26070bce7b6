import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createPost } from '../../../contract/posts.ts'
import { roles, type Role } from '../../../domain/access.ts'
import { call } from '../api.ts'
import { useFieldFailure } from '../field-failure.ts'
import { FormDialog } from '../form-dialog.tsx'
import { FormField } from '../form-field.tsx'
import { PersonSelect } from './person-select.tsx'
import { postsQuery, unitsQuery } from './posts-query.ts'

const givenRoles = roles.filter((role) => role !== 'public')
const isGiven = (role: string): role is Exclude<Role, 'public'> => givenRoles.some((given) => given === role)

/** A post in a unit, and who holds it. */
export function NewPostDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const { t } = useTranslation('posts')
  const { t: value } = useTranslation('values')
  const client = useQueryClient()
  const units = useQuery(unitsQuery)
  const [typed, setTyped] = useState({ unitId: '', title: '', role: '', from: today, personId: '' })
  const [checked, setChecked] = useState(false)
  const { unitId, role, title, from, personId } = typed
  const create = useMutation({
    networkMode: 'always',
    mutationFn: (given: Exclude<Role, 'public'>) =>
      call(createPost, { body: { unitId, title, from, role: given, personId: personId || null } }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: postsQuery.queryKey }),
  })
  const refusal = useFieldFailure(create.error, ['unitId', 'title', 'role', 'from', 'personId'])
  const failureOf = (field: keyof typeof typed) =>
    checked && field !== 'personId' && typed[field].trim() === '' ? t('required') : refusal.of(field)
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped((before) => ({ ...before, [field]: event.target.value }))

  function start(): void {
    setChecked(true)
    if (unitId !== '' && title.trim() !== '' && from !== '' && isGiven(role)) create.mutate(role)
  }
  return (
    <FormDialog
      title={t('newPostTitle')}
      okText={t('confirmNew')}
      busy={create.isPending}
      failure={refusal.rest}
      onOk={start}
      onClose={onClose}
    >
      <FormField label={t('unit')} failure={failureOf('unitId')}>
        {(described) => (
          <select {...described} value={unitId} onChange={set('unitId')}>
            <option value="">{t('chooseUnit')}</option>
            {units.data
              ?.filter((unit) => unit.kind !== 'group')
              .map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.name}
                </option>
              ))}
          </select>
        )}
      </FormField>
      <FormField label={t('role')} failure={failureOf('role')}>
        {(described) => (
          <select {...described} value={role} onChange={set('role')}>
            <option value="">{t('chooseRole')}</option>
            {givenRoles.map((each) => (
              <option key={each} value={each}>
                {value(`role_${each}`)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={t('postTitle')} failure={failureOf('title')}>
        {(described) => <input {...described} maxLength={60} value={title} onChange={set('title')} />}
      </FormField>
      <FormField label={t('holderNow')} failure={failureOf('personId')}>
        {(described) => (
          <PersonSelect
            {...described}
            nobody={t('nobodyYet')}
            except={null}
            value={personId}
            onChange={set('personId')}
          />
        )}
      </FormField>
      <FormField label={t('fromDay')} failure={failureOf('from')}>
        {(described) => <input {...described} type="date" min={today} value={from} onChange={set('from')} />}
      </FormField>
    </FormDialog>
  )
}
