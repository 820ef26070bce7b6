import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ListedOrder } from '../../../contract/orders.ts'
import { ladderSteps, stepWords } from '../../../domain/order/ladder.ts'
import { orderPhases } from '../../../domain/order/order.ts'
import { useLanguage } from '../language.ts'
import { isOpenOfClosed, type OrdersSearch } from './orders-search.ts'

type OrderFiltersProps = {
  orders: readonly ListedOrder[]
  search: OrdersSearch
  /** How many are one's own and how many there are, for those who answer for a unit. */
  whose: { own: number; all: number } | undefined
}

/** By state with its number, by step, by unit, and whose. */
export function OrderFilters({ orders, search, whose }: OrderFiltersProps) {
  const { t } = useTranslation('orders')
  const phases = orderPhases
    .map((phase) => ({ phase, count: orders.filter((order) => order.phase === phase).length }))
    .filter(({ count }) => count > 0)
  const ofClosed = orders.filter(isOpenOfClosed).length
  return (
    <div className="light-filters">
      {whose && (
        <ul aria-label={t('whose')}>
          <li>
            <FilterLink search={{ ...search, whose: undefined }} current={search.whose === undefined}>
              {t('ownOnly', { count: whose.own })}
            </FilterLink>
          </li>
          <li>
            <FilterLink search={{ ...search, whose: 'all' }} current={search.whose === 'all'}>
              {t('everybodys', { count: whose.all })}
            </FilterLink>
          </li>
        </ul>
      )}
      <ul aria-label={t('phases')}>
        <li>
          <FilterLink search={{ ...search, phase: undefined }} current={search.phase === undefined}>
            {t('all', { count: orders.length })}
          </FilterLink>
        </li>
        {phases.map(({ phase, count }) => (
          <li key={phase}>
            <FilterLink search={{ ...search, phase }} current={search.phase === phase}>
              {t(`phase_${phase}`)} {count}
            </FilterLink>
          </li>
        ))}
        {(ofClosed > 0 || search.promise === 'closed') && (
          <li>
            <FilterLink
              search={{ ...search, promise: search.promise ? undefined : 'closed' }}
              current={search.promise === 'closed'}
            >
              {t('ofClosed', { count: ofClosed })}
            </FilterLink>
          </li>
        )}
      </ul>
      <StepAndUnit orders={orders} search={search} />
    </div>
  )
}

function StepAndUnit({ orders, search }: Pick<OrderFiltersProps, 'orders' | 'search'>) {
  const { t } = useTranslation('orders')
  const { language } = useLanguage()
  const navigate = useNavigate()
  const units = new Map(orders.flatMap((order) => order.units.map(({ id, name }) => [id as string, name])))
  const go = (change: OrdersSearch) =>
    void navigate({ to: '.', search: { ...search, ...change }, replace: true, resetScroll: false })
  return (
    <div className="order-selects">
      <label>
        {t('step')}{' '}
        <select
          value={search.step ?? ''}
          onChange={({ target }) => go({ step: ladderSteps.find((step) => step === target.value) })}
        >
          <option value="">{t('anyStep')}</option>
          {ladderSteps.map((step) => (
            <option key={step} value={step}>
              {stepWords[step][language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('unit')}{' '}
        <select value={search.unit ?? ''} onChange={({ target }) => go({ unit: target.value || undefined })}>
          <option value="">{t('anyUnit')}</option>
          {[...units].map(([id, name]) => (
            <option key={id} value={id} lang="zh-CN">
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

type FilterLinkProps = { search: OrdersSearch; current: boolean; children: React.ReactNode }

function FilterLink({ search, current, children }: FilterLinkProps) {
  return (
    <Link
      to="."
      search={search}
      resetScroll={false}
      activeOptions={{ exact: true }}
      {...(current ? { 'aria-current': 'true' as const } : { 'aria-current': undefined })}
    >
      {children}
    </Link>
  )
}
