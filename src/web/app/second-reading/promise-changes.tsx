import { useTranslation } from 'react-i18next'
import type { PromiseChangeKind } from '../../../domain/programme/second-reading.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { SentenceExcerpt } from '../imports/sentence-excerpt.tsx'
import type { ComparedPromise, StatedPromise } from './arrange-comparison.ts'
import { TargetChange } from './target-change.tsx'

type PromiseChangesProps = { kind: PromiseChangeKind; promises: readonly ComparedPromise[] }

/** The promises of one kind of change, each with its words in both texts. */
export function PromiseChanges({ kind, promises }: PromiseChangesProps) {
  const { t } = useTranslation('secondReading')
  const before = { heading: t('before'), cell: beforeCell }
  const after = { heading: t('after'), cell: afterCell }
  const sides = kind === 'new' ? [after] : kind === 'withdrawn' ? [before] : [before, after]
  return (
    <RecordTable
      caption={t(`kind_${kind}`)}
      rows={promises}
      keyOf={({ id }) => id}
      columns={[{ heading: t('promise'), cell: changeCell }, ...sides]}
    />
  )
}

const changeCell = ({ before, after }: ComparedPromise) => (
  <TargetChange before={before?.promise ?? null} after={after?.promise ?? null} />
)
const beforeCell = ({ before }: ComparedPromise) => <Side side={before} />
const afterCell = ({ after }: ComparedPromise) => <Side side={after} />

function Side({ side }: { side: StatedPromise | null }) {
  const { t } = useTranslation('secondReading')
  if (!side) return null
  const { task, promise } = side
  return (
    <>
      <span className="quiet">{t('task', { no: task.no })}</span>
      <SentenceExcerpt text={task.text} start={promise.start} end={promise.end} />
    </>
  )
}
