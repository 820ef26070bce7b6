import { useTranslation } from 'react-i18next'
import {
  getMonthlyDocx,
  getMonthlyPdf,
  getMonthlyXlsx,
  getProgressDocx,
  type PapersPage,
} from '../../../contract/papers.ts'
import { RecordTable } from '../../ui/record-table.tsx'
import { addressOf } from '../api.ts'
import { useMonthWords } from '../reporting/month-words.ts'
import { DownloadLinks } from './download-links.tsx'

type Frozen = PapersPage['months'][number]

/** The tables of each frozen month, always the same bytes from the same snapshot. */
export function FrozenMonths({ programmeId, page }: { programmeId: string; page: PapersPage }) {
  const { t } = useTranslation('papers')
  const words = useMonthWords()
  const params = ({ month, no }: Frozen) => ({ params: { programmeId, month, no: String(no) } })
  const named = ({ month, no }: Frozen) => t('frozenOf', { month: words(month), no })
  return (
    <section aria-labelledby="frozen-months">
      <h2 id="frozen-months">{t('monthsTitle')}</h2>
      <RecordTable
        caption={t('monthsTitle')}
        rows={page.months}
        keyOf={({ month, no }) => `${month} ${no}`}
        columns={[
          { heading: t('month'), names: true, cell: named },
          {
            heading: t('monthlyTable'),
            cell: (frozen: Frozen) => (
              <DownloadLinks
                of={`${named(frozen)}${t('monthlyTable')}`}
                links={[
                  ['word', addressOf(getMonthlyDocx, params(frozen))],
                  ['excel', addressOf(getMonthlyXlsx, params(frozen))],
                  ...(page.pdf ? [['pdf', addressOf(getMonthlyPdf, params(frozen))] as const] : []),
                ]}
              />
            ),
          },
          {
            heading: t('progressTable'),
            cell: (frozen: Frozen) => (
              <DownloadLinks
                of={`${named(frozen)}${t('progressTable')}`}
                links={[['word', addressOf(getProgressDocx, params(frozen))]]}
              />
            ),
          },
          {
            heading: t('snapshotDigest'),
            cell: ({ sha256 }: Frozen) => <code>{sha256}</code>,
          },
        ]}
      />
    </section>
  )
}
