import { useTranslation } from 'react-i18next'
import type { CarryOverData } from '../../../contract/carry-over.ts'
import { grouped } from '../../../domain/values/figures.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { figureWords } from '../acceptance/figure-words.ts'
import { LightMark } from '../lights/light-mark.tsx'

type CarriedPromisesProps = {
  page: CarryOverData
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** Every promise that is not accepted, to be chosen, with what was done and what is left. */
export function CarriedPromises({ page, chosen, onChange }: CarriedPromisesProps) {
  const { t } = useTranslation('carryOver')
  const { t: accepting } = useTranslation('acceptance')
  return (
    <RecordTable
      caption={t('promises')}
      rows={page.promises}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: t('goesOn'),
          names: true,
          cell: ({ id, taskNo, sentence }) => (
            <label className="carry-over-promise" lang="zh-CN">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              />{' '}
              {taskNo} {sentence}
            </label>
          ),
        },
        { heading: t('light'), cell: ({ light }) => <LightMark level={light.level} colour={light.colour} /> },
        {
          heading: t('done'),
          numeric: true,
          cell: ({ figure, target }) => (figure === null ? '—' : figureWords(figure, target.unit)),
        },
        {
          heading: t('rest'),
          numeric: true,
          cell: ({ rest, target, crossYear }) => (
            <>
              {rest !== null && `${grouped(rest)}${target.unit ?? ''}`}
              {crossYear && ` ${t('crossYear')}`}
            </>
          ),
        },
        { heading: t('state'), cell: ({ state }) => accepting(`state_${state}`) },
      ]}
    />
  )
}
