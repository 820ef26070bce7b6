import { useTranslation } from 'react-i18next'
import { changeKinds, type ChangeKind } from './comparison-search.ts'

type ChangeTogglesProps = {
  counts: Readonly<Record<ChangeKind, number>>
  shown: readonly ChangeKind[]
  onToggle: (kind: ChangeKind) => void
}

/** How many of what, and which of them are on view. */
export function ChangeToggles({ counts, shown, onToggle }: ChangeTogglesProps) {
  const { t } = useTranslation('secondReading')
  return (
    <fieldset className="change-toggles">
      <legend className="visually-hidden">{t('toggles')}</legend>
      {changeKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          disabled={counts[kind] === 0}
          aria-pressed={shown.includes(kind) && counts[kind] > 0}
          onClick={() => onToggle(kind)}
        >
          {t(`kind_${kind}`)} <strong>{counts[kind]}</strong>
        </button>
      ))}
    </fieldset>
  )
}
