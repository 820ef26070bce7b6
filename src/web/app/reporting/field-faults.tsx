import { useTranslation } from 'react-i18next'
import type { ActualField, Fault } from '../../../domain/actual.ts'

/** What is wrong with these fields, at their place. */
export function FieldFaults({
  faults,
  fields,
}: {
  faults: readonly Fault[]
  fields: readonly ActualField[]
}) {
  const { t } = useTranslation('reporting')
  const here = faults.filter(({ field }) => fields.includes(field))
  if (here.length === 0) return null
  return (
    <span className="fault" role="alert">
      {here.map(({ field, code, than = '' }) => (
        <span key={`${field} ${code}`}>{t(`fault_${code}`, { than, field: t(`field_${field}`) })}</span>
      ))}
    </span>
  )
}
