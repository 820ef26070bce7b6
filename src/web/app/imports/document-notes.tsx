import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { readOtherTable } from '../../../contract/imports.ts'
import type { DocumentRule, OtherTable } from '../../../domain/programme/draft.ts'
import type { ImportId } from '../../../domain/values/ids.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'

/** What the document states once for all its tasks, and what the reader did with it. */
export function DocumentRules({ rules }: { rules: readonly DocumentRule[] }) {
  const { t } = useTranslation('imports')
  if (rules.length === 0) return null
  return (
    <section className="dry-warnings">
      <h2>{t('rules')}</h2>
      <ul>
        {rules.map(({ kind, text, place }) => (
          <li key={`${place.block} ${place.row} ${place.column} ${place.start}`}>
            <q lang="zh-CN">{text}</q> {t(`rule_${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

type OtherTablesProps = { importId: ImportId; tables: readonly OtherTable[]; readOnly: boolean }

/** The document's other task tables; one of them may be the right one. */
export function OtherTables({ importId, tables, readOnly }: OtherTablesProps) {
  const { t } = useTranslation('imports')
  const sentenceOf = useFailureSentence()
  const navigate = useNavigate()
  const client = useQueryClient()
  const read = useMutation({
    networkMode: 'always',
    mutationFn: (block: number) => call(readOtherTable, { params: { importId }, body: { block } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['imports'], exact: true })
      await navigate({ to: '/imports/$importId', params: { importId: id } })
    },
  })
  if (tables.length === 0) return null
  return (
    <section className="dry-warnings">
      <h2>{t('otherTables')}</h2>
      <ul>
        {tables.map(({ block, label, tasks }) => (
          <li key={block}>
            <span lang="zh-CN">{label}</span> {t('otherTableTasks', { count: tasks })}{' '}
            {!readOnly && (
              <button
                type="button"
                className="link-button"
                disabled={read.isPending}
                onClick={() => read.mutate(block)}
              >
                {t('readThisTable')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {read.isError && <p role="alert">{sentenceOf(read.error)}</p>}
    </section>
  )
}
