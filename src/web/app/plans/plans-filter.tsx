import { useTranslation } from 'react-i18next'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { planStates, type PlanState } from '../../../domain/plan.ts'
import { promisesOf } from './find-task.ts'
import type { PlansSearch } from './plans-search.ts'

type PlansFilterProps = {
  readonly programme: LivingProgramme
  readonly search: PlansSearch
  readonly onChange: (changed: { [Key in keyof PlansSearch]?: PlansSearch[Key] | undefined }) => void
  readonly hasOwn: boolean
  readonly counts: ReadonlyMap<PlanState, readonly unknown[]>
}

/** By state with its count, by lead unit, by words. */
export function PlansFilter({ programme, search, onChange, hasOwn, counts }: PlansFilterProps) {
  const { t } = useTranslation('plans')
  const leads = new Map(
    promisesOf(programme).flatMap(({ task }) =>
      task.leadUnits.map(({ unitId, name }) => [unitId as string, name]),
    ),
  )
  return (
    <search className="plans-filter" aria-label={t('filters')}>
      <fieldset>
        <legend className="visually-hidden">{t('byState')}</legend>
        {planStates.map((state) => (
          <button
            key={state}
            type="button"
            className="button"
            aria-pressed={search.state === state}
            onClick={() => onChange({ state: search.state === state ? undefined : state })}
          >
            {t(`state_${state}`)} {counts.get(state)?.length ?? 0}
          </button>
        ))}
      </fieldset>
      <input
        type="search"
        aria-label={t('searchPlans')}
        placeholder={t('searchPlans')}
        value={search.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
      <select
        aria-label={t('leadUnit')}
        value={search.unit ?? ''}
        onChange={(event) => onChange({ unit: event.target.value || undefined })}
      >
        <option value="">{t('leadUnit')}</option>
        {[...leads].map(([unitId, name]) => (
          <option key={unitId} value={unitId} lang="zh-CN">
            {name}
          </option>
        ))}
      </select>
      {hasOwn && (
        <label>
          <input
            type="checkbox"
            checked={search.whose === 'all'}
            onChange={(event) => onChange({ whose: event.target.checked ? 'all' : undefined })}
          />{' '}
          {t('alsoOthers')}
        </label>
      )}
    </search>
  )
}
