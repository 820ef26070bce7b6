import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { getPaperDocx, getPaperPdf, type PaperPage as Paper } from '../../../contract/papers.ts'
import { paperWords, type PaperText } from '../../../domain/papers/paper.ts'
import { paperDate } from '../../../domain/values/date-words.ts'
import { GridView } from '../../ui/grid-view.tsx'
import { PaperView } from '../../ui/paper-view.tsx'
import { addressOf } from '../api.ts'
import { useDates } from '../dates.ts'
import { usePageTitle } from '../page-title.ts'
import { useKeptWork } from '../plans/kept-work.ts'
import { ProgrammeFrame } from '../programme-frame.tsx'
import { ProgrammeOutcome } from '../programme-outcome.tsx'
import { useMonthWords } from '../reporting/month-words.ts'
import { useMayDo } from '../session.tsx'
import { DownloadLinks } from './download-links.tsx'
import { PaperEditor, type KeptText } from './paper-editor.tsx'
import { PaperState } from './paper-list.tsx'
import { paperQuery } from './paper-queries.ts'
import { SealForm } from './seal-form.tsx'
import '../reporting/reporting.css'
import './papers.css'

/** One paper: its text beside what it will look like; sealed, what it is and its digests. */
export function PaperPage() {
  const { t } = useTranslation('papers')
  const { programmeId, paperId } = useParams({ from: '/programmes/$programmeId/papers/$paperId' })
  const paper = useQuery(paperQuery(programmeId, paperId))
  usePageTitle(paper.data && t('paperPageTitle', { title: paper.data.text.title }))
  if (!paper.data) return <ProgrammeOutcome programmeId={programmeId} heading={t('title')} query={paper} />
  return <OnePaper key={paper.data.id} paper={paper.data} />
}

function OnePaper({ paper }: { paper: Paper }) {
  const { t } = useTranslation('papers')
  const words = useMonthWords()
  const mayWrite = useMayDo()('paper.write') && paper.seal === null
  const [kept, keep] = useKeptWork<KeptText>(`paper.${paper.id}`)
  const text = (mayWrite ? kept?.text : undefined) ?? paper.text
  const { programme, month, freezeNo } = paper
  return (
    <ProgrammeFrame programme={programme} className="reporting papers" heading={paper.text.title}>
      <p className="paper-line">
        <Link to="/programmes/$programmeId/papers" params={{ programmeId: programme.id }}>
          {t('back')}
        </Link>
        <span>
          <PaperState paper={paper} />
        </span>
        <span className="quiet">{t('basedOn', { month: words(month), no: freezeNo })}</span>
        <DownloadLinks
          of={paper.text.title}
          links={[
            ['word', addressOf(getPaperDocx, { params: { paperId: paper.id } })],
            ...(paper.pdf
              ? [['pdf', addressOf(getPaperPdf, { params: { paperId: paper.id } })] as const]
              : []),
          ]}
        />
      </p>
      {paper.seal && <Digests seal={paper.seal} />}
      <div className={mayWrite ? 'paper-desk' : 'paper-alone'}>
        {mayWrite && (
          <div>
            <PaperEditor programmeId={programme.id} paper={paper} kept={kept} keep={keep} />
            <SealForm programmeId={programme.id} paper={paper} isChanged={kept !== undefined} />
          </div>
        )}
        <Preview paper={paper} text={text} />
      </div>
      {paper.annexes.map((annex) => (
        <details key={annex.title} className="paper-annex">
          <summary lang="zh-CN">{t('annex', { title: annex.title })}</summary>
          <p className="quiet">{t('annexLead')}</p>
          <GridView caption={annex.title} grid={annex.grid} />
        </details>
      ))}
    </ProgrammeFrame>
  )
}

function Preview({ paper, text }: { paper: Paper; text: PaperText }) {
  const { t } = useTranslation('papers')
  const number = paper.seal && { ...paper.seal, date: paperDate(paper.seal.dated) }
  return (
    <section aria-labelledby="paper-preview">
      <h2 id="paper-preview">{t(paper.seal ? 'sealedText' : 'previewTitle')}</h2>
      <PaperView
        paper={paperWords(paper.kind, text, number)}
        annexes={paper.annexes.map(({ title }) => title)}
      />
    </section>
  )
}

function Digests({ seal }: { seal: NonNullable<Paper['seal']> }) {
  const { t } = useTranslation('papers')
  const { day } = useDates()
  return (
    <section aria-labelledby="paper-seal">
      <h2 id="paper-seal">{t('sealTitle')}</h2>
      <dl className="paper-digests">
        <dt>{t('number')}</dt>
        <dd lang="zh-CN">{seal.number}</dd>
        <dt>{t('dated')}</dt>
        <dd>{day(seal.dated)}</dd>
        <dt>{t('sha256')}</dt>
        <dd>
          <code>{seal.sha256}</code>
        </dd>
        <dt>{t('sm3')}</dt>
        <dd>
          <code>{seal.sm3}</code>
        </dd>
      </dl>
    </section>
  )
}
