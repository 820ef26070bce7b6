import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitId } from '../../../domain/values/ids.ts'
import type { Correction } from '../../../domain/programme/correction.ts'
import { unitKinds, type UnitKind } from '../../../domain/programme/unit.ts'
import { CorrectionForm } from './correction-form.tsx'
import { formOf } from './forms.ts'
import { useFormDraft } from './form-drafts.ts'
import { useImportActions } from './import-actions.ts'
import { unitsQuery } from './import-queries.ts'
import type { ImportUnit } from './import-reading.ts'

type UnitValues = {
  readonly how: 'known' | 'new'
  readonly unitId: UnitId | null
  readonly newName: string
  readonly newKind: UnitKind
}

function valuesOf({ name, choice }: ImportUnit): UnitValues {
  return choice.kind === 'known'
    ? { how: 'known', unitId: choice.unitId, newName: name, newKind: 'department' }
    : { how: 'new', unitId: null, newName: choice.name, newKind: choice.unitKind }
}

/** What a printed name stands for: one of the units there are, or a new one. */
export function UnitForm({ unit }: { unit: ImportUnit }) {
  const { t } = useTranslation('imports')
  const { importId } = useImportActions()
  const draft = useFormDraft(importId, formOf.unit(unit.name), valuesOf(unit))
  const { values, set } = draft
  const [missing, setMissing] = useState(false)
  const id = useId()

  function read(): Correction | undefined {
    const incomplete = values.how === 'known' ? values.unitId === null : values.newName.trim() === ''
    setMissing(incomplete)
    if (incomplete) return undefined
    if (values.how === 'new')
      return {
        type: 'choose-unit',
        name: unit.name,
        choice: { kind: 'new', name: values.newName.trim(), unitKind: values.newKind },
      }
    const { unitId } = values
    return unitId === null
      ? undefined
      : { type: 'choose-unit', name: unit.name, choice: { kind: 'known', unitId } }
  }

  return (
    <CorrectionForm
      title={t('unitForm', { name: unit.name })}
      touched={draft.touched}
      forget={draft.forget}
      read={read}
    >
      <Radio.Group
        aria-label={t('unitForm', { name: unit.name })}
        value={values.how}
        onChange={(event) => set({ ...values, how: event.target.value === 'new' ? 'new' : 'known' })}
        options={[
          { value: 'known', label: t('unitPick') },
          { value: 'new', label: t('unitMake') },
        ]}
      />
      <div className="dry-fields">
        {values.how === 'known' ? (
          <div className="dry-field dry-field-object">
            <label htmlFor={`${id}-known`}>{t('unitPick')}</label>
            <UnitSelect
              id={`${id}-known`}
              value={values.unitId}
              onChange={(unitId) => set({ ...values, unitId })}
            />
          </div>
        ) : (
          <>
            <div className="dry-field dry-field-object">
              <label htmlFor={`${id}-name`}>{t('unitNewName')}</label>
              <Input
                id={`${id}-name`}
                maxLength={100}
                value={values.newName}
                onChange={(event) => set({ ...values, newName: event.target.value })}
              />
            </div>
            <div className="dry-field">
              <label htmlFor={`${id}-kind`}>{t('unitNewKind')}</label>
              <Select
                id={`${id}-kind`}
                value={values.newKind}
                options={unitKinds.map((kind) => ({ value: kind, label: t(`unitKind_${kind}`) }))}
                onChange={(newKind) => set({ ...values, newKind })}
              />
            </div>
          </>
        )}
      </div>
      {missing && (
        <p className="dry-error" role="alert">
          {t(values.how === 'known' ? 'unitNeedsChoice' : 'unitNeedsName')}
        </p>
      )}
    </CorrectionForm>
  )
}

type UnitSelectProps = { id: string; value: UnitId | null; onChange: (unitId: UnitId) => void }

/** Found by the name or any alias. */
function UnitSelect({ id, value, onChange }: UnitSelectProps) {
  const { t } = useTranslation('imports')
  const units = useQuery(unitsQuery)
  const options = (units.data ?? []).map((unit) => ({
    value: unit.id,
    label: unit.name,
    words: [unit.name, ...unit.aliases].join(' '),
  }))
  return (
    <Select
      id={id}
      value={value}
      loading={units.isPending}
      placeholder={t('unitPickPlaceholder')}
      options={options}
      showSearch={{ optionFilterProp: 'words' }}
      onChange={(unitId) => {
        if (unitId !== null) onChange(unitId)
      }}
    />
  )
}
