import { useTranslation } from 'react-i18next'
import type { DraftProgramme, ReadingWarning } from '../../../domain/programme/draft.ts'
import type { SourceDocument } from '../../../domain/programme/source.ts'
import type { ImportId } from '../../../domain/values/ids.ts'
import { DocumentRules, OtherTables } from './document-notes.tsx'
import { useImportActions } from './import-actions.ts'
import type { ImportCounts } from './import-reading.ts'
import { placeKey } from './light-keys.ts'
import { ReadingsList } from './readings-list.tsx'
import { holdersOf, holderName } from './source-marks.ts'

type DoubtfulTabProps = {
  importId: ImportId
  draft: DraftProgramme
  source: SourceDocument
  counts: ImportCounts
  form: string | null
  onUnits: () => void
}

/** Everything a person should look at before the draft is adopted, and nothing else. */
export function DoubtfulTab({ importId, draft, source, counts, form, onUnits }: DoubtfulTabProps) {
  const { t } = useTranslation('imports')
  const { readOnly } = useImportActions()
  return (
    <>
      {counts.unsettledUnits > 0 && (
        <p className="dry-callout">
          {t('unitsToSettle', { count: counts.unsettledUnits })}{' '}
          <button type="button" className="link-button" onClick={onUnits}>
            {t('toUnits')}
          </button>
        </p>
      )}
      {counts.doubtful === 0 && (
        <div className="dry-empty">
          <h2>{t('nothingDoubtfulTitle')}</h2>
          <p>{t('nothingDoubtfulBody')}</p>
        </div>
      )}
      <ReadingsList draft={draft} onlyDoubtful form={form} />
      <DocumentRules rules={draft.rules} />
      <OtherTables importId={importId} tables={draft.otherTables} readOnly={readOnly} />
      <Warnings warnings={draft.warnings} source={source} />
    </>
  )
}

/** What the reader did on its own account, by sort: a table without merges may have thirty cells read as "same as above". */
function Warnings({ warnings, source }: { warnings: readonly ReadingWarning[]; source: SourceDocument }) {
  const { t } = useTranslation('imports')
  const { showInSource } = useImportActions()
  if (warnings.length === 0) return null
  const texts = new Map(holdersOf(source).map(({ holder, text }) => [holder, text]))
  const codes = [...new Set(warnings.map(({ code }) => code))]
  return (
    <section className="dry-warnings">
      <h2>{t('warnings')}</h2>
      {codes.map((code) => {
        const ofCode = warnings.filter((warning) => warning.code === code)
        return (
          <details key={code} open={ofCode.length <= 3}>
            <summary>
              {t(`warning_${code}`)}{' '}
              <span className="dry-count">{t('warningTimes', { count: ofCode.length })}</span>
            </summary>
            <ul>
              {ofCode.map(({ place }, i) => (
                <li key={`${placeKey(place)} ${i + 1}`} data-light={placeKey(place)}>
                  <button
                    type="button"
                    className="dry-place"
                    data-stop=""
                    onClick={() => showInSource(placeKey(place))}
                  >
                    {t('warningPlace', {
                      number: i + 1,
                      text:
                        texts.get(holderName(place))?.slice(place.start, place.end).trim() || t('emptyPlace'),
                    })}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}
