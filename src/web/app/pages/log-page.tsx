import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { logQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'

/** The append-only log, newest first; for the audit administrator. */
export function LogPage() {
  const { t } = useTranslation('administration')
  const { moment } = useDates()
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
            { heading: t('name'), cell: (entry) => <span lang="zh-CN">{entry.person ?? t('nobody')}</span> },
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

/** Actions with a word of their own; a newer server may log others, which show as they are. */
const knownActions = [
  'tenant.create',
  'import.start',
  'import.correct',
  'import.adopt',
  'programme.amend',
  'session.start',
  'session.end',
  'person.create',
  'account.disable',
  'account.enable',
  'account.reset',
  'account.password',
  'account.mail',
  'post.create',
  'post.hand-over',
  'post.delegate',
  'post.end-delegation',
  'notice.mark',
  'notice.remind',
  'mail.send',
] as const

function isKnownAction(action: string): action is (typeof knownActions)[number] {
  return knownActions.some((known) => known === action)
}

function detailsText(details: Record<string, unknown>): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ')
}
