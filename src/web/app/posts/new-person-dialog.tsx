import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createPerson } from '../../../contract/posts.ts'
import { call } from '../api.ts'
import { useFieldFailure } from '../field-failure.ts'
import { FormDialog } from '../form-dialog.tsx'
import { FormField } from '../form-field.tsx'
import { peopleQuery } from '../queries.ts'

type NewPersonDialogProps = { onCreated: (initialPassword: string) => void; onClose: () => void }

export function NewPersonDialog({ onCreated, onClose }: NewPersonDialogProps) {
  const { t } = useTranslation('posts')
  const client = useQueryClient()
  const [typed, setTyped] = useState({ name: '', signInName: '' })
  const [checked, setChecked] = useState(false)
  const create = useMutation({
    networkMode: 'always',
    mutationFn: () => call(createPerson, { body: typed }),
    onSuccess: async ({ initialPassword }) => {
      onCreated(initialPassword)
      await client.invalidateQueries({ queryKey: peopleQuery.queryKey })
    },
  })
  const refusal = useFieldFailure(create.error, ['name', 'signInName'])
  const field = (name: keyof typeof typed, label: string, hint?: string) => (
    <FormField
      label={label}
      failure={checked && typed[name].trim() === '' ? t('required') : refusal.of(name)}
      {...(hint === undefined ? {} : { hint })}
    >
      {(described) => (
        <input
          {...described}
          autoComplete="off"
          maxLength={63}
          value={typed[name]}
          onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
        />
      )}
    </FormField>
  )
  return (
    <FormDialog
      title={t('newPersonTitle')}
      okText={t('confirmPerson')}
      busy={create.isPending}
      failure={refusal.rest}
      onOk={() => {
        setChecked(true)
        if (Object.values(typed).every((value) => value.trim() !== '')) create.mutate()
      }}
      onClose={onClose}
    >
      {field('name', t('name'))}
      {field('signInName', t('signInName'), t('signInNameHint'))}
    </FormDialog>
  )
}
