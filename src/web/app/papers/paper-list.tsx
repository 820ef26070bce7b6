import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { getPaperDocx, getPaperPdf, type PapersPage } from '../../../contract/papers.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { addressOf } from '../api.ts'
import { useDates } from '../dates.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { useActor } from '../use-actor.ts'
import { DownloadLinks } from './download-links.tsx'
import type { PapersSearch } from './papers-search.ts'

type Paper = PapersPage['papers'][number]
type PaperListProps = { programmeId: string; page: PapersPage; show: PapersSearch['show'] }

/** Every paper with where it stands: draft, or its number. */
export function PaperList({ programmeId, page, show }: PaperListProps) {
  const { t } = useTranslation('papers')
  const words = useMonthWords()
  const drafts = page.papers.filter(({ seal }) => seal === null)
  const sealed = page.papers.filter(({ seal }) => seal !== null)
  const shown = show === 'drafts' ? drafts : show === 'sealed' ? sealed : page.papers
  const counts = { all: page.papers.length, drafts: drafts.length, sealed: sealed.length }
  return (
    <section aria-labelledby="papers-list">
      <h2 id="papers-list">{t('listTitle')}</h2>
      <ul className="papers-filter" aria-label={t('show')}>
        {(['all', 'drafts', 'sealed'] as const).map((each) => (
          <li key={each}>
            <Link
              to="."
              search={{ show: each === 'all' ? undefined : each }}
              resetScroll={false}
              activeOptions={{ exact: true }}
              aria-current={(show ?? 'all') === each ? 'true' : undefined}
            >
              {t(`show_${each}`, { number: counts[each] })}
            </Link>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <RecordTable
          caption={t('listTitle')}
          rows={shown}
          keyOf={({ id }) => id}
          columns={[
            {
              heading: t('paper'),
              names: true,
              cell: ({ id, title }: Paper) => (
                <Link
                  to="/programmes/$programmeId/papers/$paperId"
                  params={{ programmeId, paperId: id }}
                  className="paper-name"
                  lang="zh-CN"
                >
                  {title}
                </Link>
              ),
            },
            { heading: t('kind'), cell: ({ kind }: Paper) => t(`kind_${kind}`) },
            {
              heading: t('month'),
              cell: ({ month, freezeNo }: Paper) => t('frozenOf', { month: words(month), no: freezeNo }),
            },
            { heading: t('state'), cell: (paper: Paper) => <PaperState paper={paper} /> },
            {
              heading: t('downloads'),
              cell: ({ id, title }: Paper) => (
                <DownloadLinks
                  of={title}
                  links={[
                    ['word', addressOf(getPaperDocx, { params: { paperId: id } })],
                    ...(page.pdf
                      ? [['pdf', addressOf(getPaperPdf, { params: { paperId: id } })] as const]
                      : []),
                  ]}
                />
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

type Standing = Pick<Paper, 'seal' | 'version' | 'savedBy' | 'standsIn' | 'savedAt'>

/** Draft or numbered, by whom and when. */
export function PaperState({ paper }: { paper: Standing }) {
  const { t } = useTranslation('papers')
  const { day } = useDates()
  const actor = useActor()
  const { seal } = paper
  if (seal)
    return (
      <>
        <strong lang="zh-CN">{t('sealedNo', { number: seal.number })}</strong>{' '}
        <span className="quiet">
          {t('sealedBy', {
            by: actor({ by: seal.sealedBy, standsIn: seal.standsIn }),
            at: day(seal.sealedAt),
          })}
        </span>
      </>
    )
  return (
    <>
      {t('draftVersion', { version: paper.version })}{' '}
      <span className="quiet">
        {t('savedBy', {
          by: actor({ by: paper.savedBy, standsIn: paper.standsIn }),
          at: day(paper.savedAt),
        })}
      </span>
    </>
  )
}
