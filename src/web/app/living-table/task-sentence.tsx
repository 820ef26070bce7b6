import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndicatorRow } from '../../../contract/programmes.ts'
import { levelWords } from '../../../domain/light/light-sentence.ts'
import { progressPercent } from '../../../domain/reporting/reported-figure.ts'
import { useLanguage } from '../language.ts'
import type { FoundTask } from './filter-programme.ts'
import { promiseRuns, type PromiseRun } from './promise-runs.ts'
import { useTableContext } from './table-context.ts'

/** The words of a task as published, every promise in them a link underlined by its state and, for who may read it, its light. */
export function TaskSentence({ task, promises }: FoundTask) {
  const { words } = useTableContext()
  return (
    <span className="sentence" lang="zh-CN">
      {promiseRuns(task.text, task.indicators, words).map((run) =>
        run.promise ? (
          <PromiseLink
            key={run.start}
            run={run}
            promise={run.promise}
            left={promises.includes(run.promise)}
          />
        ) : (
          <Pieces key={run.start} run={run} />
        ),
      )}
    </span>
  )
}

type PromiseLinkProps = { run: PromiseRun; promise: IndicatorRow; left: boolean }

function PromiseLink({ run, promise, left }: PromiseLinkProps) {
  const { t } = useTranslation('table')
  const { t: value } = useTranslation('values')
  const { programmeId, openPromise, lights } = useTableContext()
  const { language } = useLanguage()
  const light = lights.get(promise.id)
  const state = value(`level_${promise.level}`)
  const classes = [
    'promise',
    promise.value === null ? 'promise-plain' : '',
    run.nested ? 'promise-nested' : '',
    left ? '' : 'promise-left-out',
  ]
  return (
    <Link
      to="/programmes/$programmeId/indicators/$indicatorId"
      params={{ programmeId, indicatorId: promise.id }}
      search={(search) => search}
      replace={openPromise !== undefined}
      resetScroll={false}
      className={classes.filter(Boolean).join(' ')}
      data-promise={promise.id}
      data-level={promise.level}
      {...progressOf(promise)}
      {...(light && { 'data-colour': light.colour })}
      {...(run.continued ? { tabIndex: -1 } : {})}
      {...(openPromise === promise.id ? { 'aria-current': 'true' as const } : {})}
    >
      <Pieces run={run} />
      <span className="visually-hidden">
        {t('stateOf', { state: light ? `${state} · ${levelWords[light.level][language]}` : state })}
      </span>
    </Link>
  )
}

/** The line under a promise is filled as far as its approved figure reaches; beyond the target it is full. */
function progressOf({ kind, value, reported }: IndicatorRow): { style?: CSSProperties } {
  const percent = progressPercent({ kind, value }, reported?.figure ?? null)
  if (percent === null) return {}
  return {
    style: { '--progress': `${Math.min(100, percent)}%` } as CSSProperties,
  }
}

function Pieces({ run }: { run: PromiseRun }) {
  return run.pieces.map(({ start, text, marks }) =>
    marks.length > 0 ? <mark key={start}>{text}</mark> : text,
  )
}
