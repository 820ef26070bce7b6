import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useModal } from '../../ui/use-modal.ts'
import { findPromise, neighboursOf } from '../indicator/place-in-table.ts'
import { PanelBar } from '../indicator/panel-bar.tsx'
import { PromiseAccount } from '../indicator/promise-account.tsx'
import { promiseWords } from '../indicator/target-words.ts'
import { usePanelKeys } from '../indicator/use-panel-keys.ts'
import { filterProgramme } from '../living-table/filter-programme.ts'
import { useTableSearch } from '../living-table/use-table-search.ts'
import { usePageTitle } from '../page-title.ts'
import { programmeQuery } from '../queries.ts'
import { panelOverTable } from '../screens.ts'

/** One promise, beside the table; over it where there is no room. */
export function IndicatorPage() {
  const { t } = useTranslation('indicator')
  const { programmeId, indicatorId } = useParams({ from: '/programmes/$programmeId/indicators/$indicatorId' })
  const { data: programme } = useQuery(programmeQuery(programmeId))
  const { search } = useTableSearch()
  const navigate = useNavigate()
  const over = useMediaQuery(panelOverTable)
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useRef<HTMLElement>(null)
  const found = programme && findPromise(programme, indicatorId)
  const neighbours = neighboursOf(programme ? filterProgramme(programme, search) : [], indicatorId)

  const open = (id: string | undefined) => {
    if (id === undefined) return
    void navigate({
      to: '/programmes/$programmeId/indicators/$indicatorId',
      params: { programmeId, indicatorId: id },
      search: (now) => now,
      replace: true,
      resetScroll: false,
    })
  }
  const close = () =>
    void navigate({
      to: '/programmes/$programmeId',
      params: { programmeId },
      search: (now) => ({ ...now, original: undefined }),
      replace: true,
      resetScroll: false,
    })
  usePanelKeys({ close, previous: () => open(neighbours.previous), next: () => open(neighbours.next) })
  useModal(panel, over)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  usePageTitle(found && promiseWords(found.promise))

  return (
    <section
      ref={panel}
      className="panel"
      aria-labelledby="promise"
      {...(over ? { role: 'dialog', 'aria-modal': true } : { role: 'complementary' })}
    >
      <div className="panel-scroll">
        <PanelBar neighbours={neighbours} onOpen={open} onClose={close} />
        <h2 id="promise" ref={heading} tabIndex={-1} aria-live="polite" {...(found ? { lang: 'zh-CN' } : {})}>
          {found ? promiseWords(found.promise) : t('notFoundTitle')}
        </h2>
        {found && programme ? (
          <PromiseAccount {...found} programme={programme} />
        ) : (
          <p>{t('notFoundBody')}</p>
        )}
      </div>
    </section>
  )
}
