import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceDocument } from '../../../domain/programme/source.ts'
import { SourceView, type SourceHolder } from '../../ui/source-view.tsx'
import { holderName, type Mark, type SourceMarks } from './source-marks.ts'
import { stopBeside } from './shortcuts.ts'
import { SourceText } from './source-text.tsx'

type SourcePaneProps = { source: SourceDocument; marks: SourceMarks }

const none: readonly Mark[] = []

/** The document as it was printed, every stretch showing what the reader made of it. */
export const SourcePane = memo(function SourcePane({ source, marks }: SourcePaneProps) {
  const renderText = (text: string, holder: SourceHolder) => {
    const name = holderName(holder)
    return <SourceText holder={name} text={text} marks={marks.byHolder.get(name) ?? none} />
  }
  return (
    <article className="dry-document">
      <MarkLegend unread={marks.unread > 0} />
      <SourceView source={source} renderText={renderText} />
    </article>
  )
})

/** How the stretches are told apart, shown as they look. */
function MarkLegend({ unread }: { unread: boolean }) {
  const { t } = useTranslation('imports')
  return (
    <p className="dry-legend">
      <span className="mark-promise">{t('markPromise')}</span>
      <span className="mark-promise mark-doubtful">{t('markDoubtful')}</span>
      <span className="mark-not-target">{t('markNotTarget')}</span>
      <span className="mark-ignored">{t('markIgnored')}</span>
      {unread && <span className="mark-unread">{t('markUnread')}</span>}
      <button
        type="button"
        className="dry-action dry-walk"
        data-stop=""
        onClick={(event) => stopBeside(event.currentTarget, 1)?.focus()}
      >
        {t('walkSource')}
      </button>
    </p>
  )
}
