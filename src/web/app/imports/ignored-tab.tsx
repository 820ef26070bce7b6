import { useTranslation } from 'react-i18next'
import type { DraftProgramme } from '../../../domain/programme/draft.ts'
import { useImportActions } from './import-actions.ts'
import { placeKey } from './light-keys.ts'

/** The text that was not used, by reason, so that nobody has to take it on trust. */
export function IgnoredTab({ draft }: { draft: DraftProgramme }) {
  const { t } = useTranslation('imports')
  const { showInSource } = useImportActions()
  const ignored = draft.ignored.filter(({ text }) => text.trim() !== '')
  if (ignored.length === 0) return <p className="dry-empty">{t('noIgnored')}</p>
  return (
    <>
      <p className="dry-lead">{t('ignoredTitle')}</p>
      <ul className="dry-ignored">
        {ignored.map(({ text, why, place }) => (
          <li key={placeKey(place)} className="dry-row" data-light={placeKey(place)}>
            <div className="dry-row-head">
              <button
                type="button"
                className="dry-words"
                data-words=""
                data-stop=""
                onClick={() => showInSource(placeKey(place))}
              >
                <span lang="zh-CN" className="dry-object">
                  {text.trim()}
                </span>
              </button>
              <span className="dry-sureness">{t(`ignored_${why}`)}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
