import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { peopleQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'

/** People, how they sign in and the posts they hold; for the system administrator. */
export function PeoplePage() {
  const { t } = useTranslation('administration')
  const { t: value } = useTranslation('values')
  const { day } = useDates()
  const people = useQuery(peopleQuery)
  usePageTitle(t('peopleTitle'))
  return (
    <div className="page">
      <h1>{t('peopleTitle')}</h1>
      <p className="quiet">{t('peopleLead')}</p>
      {people.data ? (
        <RecordTable
          caption={t('peopleTitle')}
          rows={people.data}
          keyOf={(person) => person.id}
          columns={[
            { heading: t('name'), cell: (person) => <strong lang="zh-CN">{person.name}</strong> },
            { heading: t('signInName'), cell: (person) => person.signInName },
            {
              heading: t('posts'),
              cell: (person) =>
                person.posts.map((post) => (
                  <div key={`${post.unit}${post.title}`}>
                    <span lang="zh-CN">
                      {post.unit} {post.title}
                    </span>{' '}
                    <span className="quiet">{t('heldSince', { date: day(post.since) })}</span>
                  </div>
                )),
            },
            {
              heading: t('roles'),
              cell: (person) =>
                [...new Set(person.posts.map((post) => value(`role_${post.role}`)))].join(t('listSeparator')),
            },
            { heading: t('account'), cell: (person) => t(accountState(person)) },
          ]}
        />
      ) : (
        <QueryOutcome query={people} />
      )}
    </div>
  )
}

function accountState(person: { signInName: string | null; disabled: boolean }) {
  if (person.signInName === null) return 'noAccount'
  return person.disabled ? 'disabled' : 'enabled'
}
