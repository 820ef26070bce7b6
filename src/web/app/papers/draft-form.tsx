import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createPaper, type PapersPage } from '../../../contract/papers.ts'
import { paperKinds, type PaperKind } from '../../../domain/papers/paper.ts'
import { call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useMonthWords } from '../reporting/month-words.ts'

/** Which paper, from which frozen month, for whom; then one goes on in its text. */
export function DraftForm({ programmeId, page }: { programmeId: string; page: PapersPage }) {
  const { t } = useTranslation('papers')
  const words = useMonthWords()
  const sentenceOf = useFailureSentence()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [kind, setKind] = useState<PaperKind>('bulletin')
  const [chosenMonth, setMonth] = useState(0)
  const [chosenLeader, setLeader] = useState<string>()
  const frozen = page.months[chosenMonth] ?? page.months[0]
  const leader = kind === 'leader-brief' ? (chosenLeader ?? page.leaders[0]?.postId ?? null) : null
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(createPaper, {
        params: { programmeId },
        body: { kind, month: frozen?.month ?? '', freezeNo: frozen?.no ?? 1, leaderPostId: leader },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['programmes', programmeId, 'papers'] })
      await navigate({ to: '/programmes/$programmeId/papers/$paperId', params: { programmeId, paperId: id } })
    },
  })
  return (
    <form
      className="draft-form"
      aria-label={t('draftTitle')}
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      <label>
        <span>{t('kind')}</span>
        <select value={kind} onChange={(event) => setKind(event.target.value as PaperKind)}>
          {paperKinds.map((each) => (
            <option key={each} value={each}>
              {t(`kind_${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('month')}</span>
        <select value={chosenMonth} onChange={(event) => setMonth(Number(event.target.value))}>
          {page.months.map(({ month, no }, index) => (
            <option key={`${month} ${no}`} value={index}>
              {t('frozenOf', { month: words(month), no })}
            </option>
          ))}
        </select>
      </label>
      {kind === 'leader-brief' && (
        <label>
          <span>{t('leader')}</span>
          <select value={leader ?? ''} onChange={(event) => setLeader(event.target.value)}>
            {page.leaders.map(({ postId, name }) => (
              <option key={postId} value={postId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="button button-primary" disabled={isPending}>
        {t('draft')}
      </button>
      {error !== null && (
        <p role="alert" className="fault">
          {sentenceOf(error)}
        </p>
      )}
    </form>
  )
}
