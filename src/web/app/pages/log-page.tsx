import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { actingForSchema } from '../../../contract/administration.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import { isKnownAction } from './known-actions.ts'
import { usePageTitle } from '../page-title.ts'
import { logQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import { useActor } from '../use-actor.ts'

/** The append-only log, newest first; for the audit administrator. */
export function LogPage() {
  const { t } = useTranslation('administration')
  const { moment } = useDates()
  const actor = useActor()
  const log = useInfiniteQuery(logQuery)
  usePageTitle(t('logTitle'))
  return (
    <div className="page">
      <h1>{t('logTitle')}</h1>
      <p className="quiet">{t('logLead')}</p>
      {log.data ? (
        <RecordTable
          caption={t('logTitle')}
          rows={log.data.pages.flatMap((page) => page.entries)}
          keyOf={(entry) => entry.seq}
          columns={[
            { heading: t('seq'), cell: (entry) => entry.seq },
            { heading: t('at'), cell: (entry) => <time dateTime={entry.at}>{moment(entry.at)}</time> },
            {
              heading: t('name'),
              cell: (entry) => (
                <span lang="zh-CN">
                  {entry.person === null ? t('nobody') : actor(actedIn(entry.person, entry.details))}
                </span>
              ),
            },
            {
              heading: t('logAction'),
              cell: (entry) => (
                <>
                  {isKnownAction(entry.action) && t(`action_${entry.action}`)}{' '}
                  <code className="quiet">{entry.action}</code>
                </>
              ),
            },
            {
              heading: t('subject'),
              cell: (entry) => (
                <span className="long-text">
                  {entry.subjectKind} {entry.subjectId !== null && <code>{entry.subjectId}</code>}
                </span>
              ),
            },
            {
              heading: t('details'),
              cell: (entry) => <code className="long-text">{detailsText(entry.details)}</code>,
            },
          ]}
        />
      ) : (
        <QueryOutcome query={log} />
      )}
      {log.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t('loadOlder')}
        </button>
      )}
    </div>
  )
}

/** A row names the post where its person stood in for the holder. */
function actedIn(by: string, { actingFor }: Record<string, unknown>) {
  const post = actingForSchema.safeParse(actingFor).data
  return post ? { by, standsIn: true, post: `${post.unit}${post.post}` } : { by, standsIn: false }
}

function detailsText(details: Record<string, unknown>): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ')
}
