import { useTranslation } from 'react-i18next'
import { needsLook, type DraftIndicator, type DraftTask } from '../../../domain/programme/draft.ts'
import { formOf } from './forms.ts'
import { useImportActions } from './import-actions.ts'
import { readingAfter } from './import-reading.ts'

/** `rare` ones show in a row only when it is met, and always in its form. */
type RowAction = { readonly name: string; readonly rare?: boolean; readonly act: () => void }

type ReadingActionsProps = { indicator: DraftIndicator; task: DraftTask; within: 'row' | 'form' }

/** What can be done with a reading besides changing its words. */
export function ReadingActions({ indicator, task, within }: ReadingActionsProps) {
  const { t } = useTranslation('imports')
  const { openForm, correctNow } = useImportActions()
  const { key } = indicator
  const next = readingAfter(task, key)
  const settle: RowAction[] = [
    { name: t('edit'), act: () => openForm(formOf.edit(key)) },
    ...(needsLook(indicator)
      ? [{ name: t('confirm'), act: () => correctNow({ type: 'confirm', indicator: key }) }]
      : []),
  ]
  const rare: RowAction[] = [
    { name: t('dismiss'), rare: true, act: () => correctNow({ type: 'not-a-target', indicator: key }) },
    { name: t('split'), rare: true, act: () => openForm(formOf.split(key)) },
    ...(next
      ? [
          {
            name: t('merge'),
            rare: true,
            act: () => correctNow({ type: 'merge', indicator: key, with: next.key }),
          },
        ]
      : []),
  ]
  const actions = within === 'row' ? [...rare, ...settle] : rare
  return (
    <span className="dry-actions">
      {actions.map((action) => (
        <button
          key={action.name}
          type="button"
          className={action.rare ? 'dry-action dry-rare' : 'dry-action'}
          onClick={action.act}
        >
          {action.name}
        </button>
      ))}
    </span>
  )
}
