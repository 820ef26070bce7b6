import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { endSession } from '../../../contract/administration.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { usePageTitle } from '../page-title.ts'
import { sessionsQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'

/** Who is signed in and who tried to; for the security administrator. */
export function SessionsPage() {
  const { t } = useTranslation('administration')
  const { moment } = useDates()
  const sessions = useQuery(sessionsQuery)
  const client = useQueryClient()
  const sentenceOf = useFailureSentence()
  const end = useMutation({
    mutationFn: (sessionId: string) => call(endSession, { params: { sessionId } }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  usePageTitle(t('sessionsTitle'))
  if (!sessions.data)
    return (
      <div className="page">
        <h1>{t('sessionsTitle')}</h1>
        <QueryOutcome query={sessions} />
      </div>
    )
  return (
    <div className="page">
      <h1>{t('sessionsTitle')}</h1>
      {end.isError && <p role="alert">{sentenceOf(end.error)}</p>}
      <RecordTable
        caption={t('sessionsTitle')}
        rows={sessions.data.sessions}
        keyOf={(session) => session.id}
        columns={[
          { heading: t('name'), cell: (session) => <strong lang="zh-CN">{session.person}</strong> },
          {
            heading: t('startedAt'),
            cell: (session) => <time dateTime={session.startedAt}>{moment(session.startedAt)}</time>,
          },
          {
            heading: t('lastSeenAt'),
            cell: (session) => <time dateTime={session.lastSeenAt}>{moment(session.lastSeenAt)}</time>,
          },
          { heading: t('address'), cell: (session) => session.address },
          {
            heading: t('userAgent'),
            cell: (session) => <span className="quiet long-text">{session.userAgent}</span>,
          },
          {
            heading: t('action'),
            cell: (session) =>
              session.own ? (
                t('ownSession')
              ) : (
                <button
                  type="button"
                  className="button"
                  disabled={end.isPending}
                  aria-label={t('endSessionOf', { person: session.person })}
                  onClick={() => end.mutate(session.id)}
                >
                  {t('endSession')}
                </button>
              ),
          },
        ]}
      />
      <h2>{t('attemptsTitle')}</h2>
      {sessions.data.attempts.length === 0 ? (
        <p className="quiet">{t('noAttempts')}</p>
      ) : (
        <RecordTable
          caption={t('attemptsTitle')}
          rows={sessions.data.attempts}
          keyOf={(attempt) => `${attempt.at}${attempt.signInName}${attempt.address}`}
          columns={[
            { heading: t('signInName'), cell: (attempt) => attempt.signInName },
            { heading: t('at'), cell: (attempt) => <time dateTime={attempt.at}>{moment(attempt.at)}</time> },
            { heading: t('address'), cell: (attempt) => attempt.address },
            { heading: t('outcome'), cell: (attempt) => (attempt.succeeded ? t('succeeded') : t('failed')) },
          ]}
        />
      )}
    </div>
  )
}
