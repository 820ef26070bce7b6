import { useTranslation } from 'react-i18next'
import type { DraftIndicator, DraftTask } from '../../../domain/draft.ts'
import { formOf } from './forms.ts'
import { useImportActions } from './import-actions.ts'
import { needsLook, readingAfter } from './import-reading.ts'

type ReadingActionsProps = { indicator: DraftIndicator; task: DraftTask; within: 'row' | 'form' }

/** What can be done with a reading besides changing its words. */
export function ReadingActions({ indicator, task, within }: ReadingActionsProps) {
  const { t } = useTranslation('imports')
  const { openForm, correctNow } = useImportActions()
  const { key } = indicator
  const next = readingAfter(task, key)
  const actions = [
    ...(within === 'row' && needsLook(indicator)
      ? [{ name: t('confirm'), act: () => correctNow({ type: 'confirm', indicator: key }) }]
      : []),
    ...(within === 'row' ? [{ name: t('edit'), act: () => openForm(formOf.edit(key)) }] : []),
    { name: t('dismiss'), act: () => correctNow({ type: 'not-a-target', indicator: key }) },
    { name: t('split'), act: () => openForm(formOf.split(key)) },
    ...(next
      ? [{ name: t('merge'), act: () => correctNow({ type: 'merge', indicator: key, with: next.key }) }]
      : []),
  ]
  return (
    <span className="dry-actions">
      {actions.map(({ name, act }) => (
        <button key={name} type="button" className="dry-action" onClick={act}>
          {name}
        </button>
      ))}
    </span>
  )
}
