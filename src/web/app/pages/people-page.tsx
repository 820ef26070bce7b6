import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '../../ui/record-table.tsx'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { AccountActs } from '../posts/account-acts.tsx'
import { FirstPassword } from '../posts/first-password.tsx'
import { NewPersonDialog } from '../posts/new-person-dialog.tsx'
import '../posts/posts.css'
import { peopleQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'

/** People, how they sign in and the posts they hold; for the system administrator. */
export function PeoplePage() {
  const { t } = useTranslation('administration')
  const { t: value } = useTranslation('values')
  const { day } = useDates()
  const { t: duty } = useTranslation('posts')
  const people = useQuery(peopleQuery)
  const [adding, setAdding] = useState(false)
  const [password, setPassword] = useState<string | null>(null)
  usePageTitle(t('peopleTitle'))
  return (
    <div className="page">
      <h1>{t('peopleTitle')}</h1>
      <p className="quiet">{t('peopleLead')}</p>
      <div className="posts-bar">
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {duty('newPerson')}
        </button>
      </div>
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
            {
              heading: t('action'),
              cell: (person) => <AccountActs person={person} onPassword={setPassword} />,
            },
          ]}
        />
      ) : (
        <QueryOutcome query={people} />
      )}
      {adding && (
        <NewPersonDialog
          onClose={() => setAdding(false)}
          onCreated={(initialPassword) => {
            setAdding(false)
            setPassword(initialPassword)
          }}
        />
      )}
      {password !== null && <FirstPassword password={password} onClose={() => setPassword(null)} />}
    </div>
  )
}

function accountState(person: { signInName: string | null; disabled: boolean }) {
  if (person.signInName === null) return 'noAccount'
  return person.disabled ? 'disabled' : 'enabled'
}
