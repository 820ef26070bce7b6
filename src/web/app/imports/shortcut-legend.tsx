import { useTranslation } from 'react-i18next'
import { legend } from './shortcuts.ts'

export function ShortcutLegend() {
  const { t } = useTranslation('imports')
  return (
    <dl className="dry-shortcuts" aria-label={t('shortcutsTitle')}>
      {legend.map(([name, key]) => (
        <div key={name}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(`shortcut_${name}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
