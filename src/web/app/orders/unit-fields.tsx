import { useTranslation } from 'react-i18next'
import { FormField } from '../form-field.tsx'
import type { Choice } from './new-order.ts'

type Units = { readonly leadUnitId: string; readonly cooperatingUnitIds: readonly string[] }

type UnitFieldsProps = Units & {
  choices: readonly Choice[]
  failure: string | undefined
  onChange: (units: Partial<Units>) => void
}

/** One unit leads; others are added one by one and can be taken out again. */
export function UnitFields({ choices, leadUnitId, cooperatingUnitIds, failure, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('orders')
  const nameOf = new Map(choices.map(({ id, name }) => [id, name]))
  const others = choices.filter(({ id }) => id !== leadUnitId && !cooperatingUnitIds.includes(id))
  return (
    <>
      <FormField label={t('leadUnit')} failure={failure}>
        {(described) => (
          <select
            {...described}
            value={leadUnitId}
            onChange={({ target }) =>
              onChange({
                leadUnitId: target.value,
                cooperatingUnitIds: cooperatingUnitIds.filter((id) => id !== target.value),
              })
            }
          >
            <option value="">{t('chooseUnit')}</option>
            {choices.map(({ id, name }) => (
              <option key={id} value={id} lang="zh-CN">
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={t('cooperatingUnits')} failure={undefined}>
        {(described) => (
          <select
            {...described}
            value=""
            onChange={({ target }) => onChange({ cooperatingUnitIds: [...cooperatingUnitIds, target.value] })}
          >
            <option value="">{t('addUnit')}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id} lang="zh-CN">
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {cooperatingUnitIds.length > 0 && (
        <ul className="order-units" aria-label={t('cooperatingUnits')}>
          {cooperatingUnitIds.map((id) => (
            <li key={id}>
              <span lang="zh-CN">{nameOf.get(id) ?? id}</span>{' '}
              <button
                type="button"
                className="link-button"
                aria-label={t('dropUnit', { name: nameOf.get(id) ?? '' })}
                onClick={() =>
                  onChange({ cooperatingUnitIds: cooperatingUnitIds.filter((each) => each !== id) })
                }
              >
                {t('drop')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
