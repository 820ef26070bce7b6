import { useTranslation } from 'react-i18next'

export type Side = 'source' | 'reading'

/** Where there is room for one side only. */
export function SideSwitch({ side, onChange }: { side: Side; onChange: (side: Side) => void }) {
  const { t } = useTranslation('imports')
  const sides = [
    ['source', t('sideSource')],
    ['reading', t('sideReading')],
  ] as const
  return (
    <fieldset className="dry-sides">
      <legend className="visually-hidden">{t('sides')}</legend>
      {sides.map(([each, name]) => (
        <button key={each} type="button" aria-pressed={each === side} onClick={() => onChange(each)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
