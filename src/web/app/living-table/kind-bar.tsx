import { useTranslation } from 'react-i18next'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { targetKinds } from '../../../domain/programme/target.ts'
import { readKinds } from './table-search.ts'
import { useTableSearch } from './use-table-search.ts'

/** How the promises are spread over the kinds; each kind is also a filter. */
export function KindBar({ programme }: { programme: LivingProgramme }) {
  const { t } = useTranslation('table')
  const { t: value } = useTranslation('values')
  const { search, change } = useTableSearch()
  const chosen = readKinds(search.kinds)
  const promises = programme.projects.flatMap((project) => project.tasks.flatMap((task) => task.indicators))
  const shares = targetKinds
    .map((kind) => ({ kind, count: promises.filter((promise) => promise.kind === kind).length }))
    .filter(({ count }) => count > 0)
  const toggle = (kind: (typeof targetKinds)[number]) => {
    const next = chosen.includes(kind) ? chosen.filter((other) => other !== kind) : [...chosen, kind]
    change({ kinds: next.length === 0 || next.length === shares.length ? undefined : next.join(',') })
  }
  return (
    <div className="kinds">
      <div className="kind-bar" aria-hidden="true">
        {shares.map(({ kind, count }) => (
          <i
            key={kind}
            className={chosen.length === 0 || chosen.includes(kind) ? '' : 'kind-out'}
            data-kind={kind}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      <fieldset className="kind-toggles">
        <legend className="visually-hidden">{t('kindsLabel')}</legend>
        {shares.map(({ kind, count }) => (
          <button key={kind} type="button" aria-pressed={chosen.includes(kind)} onClick={() => toggle(kind)}>
            <i data-kind={kind} aria-hidden="true" />
            {value(`kind_${kind}`)} <strong>{count}</strong>
          </button>
        ))}
      </fieldset>
    </div>
  )
}
