import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LivingProgramme } from '../../../contract/programmes.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import { useDates } from '../dates.ts'
import { useTableSearch } from '../living-table/use-table-search.ts'
import { programmeSourceQuery } from '../queries.ts'
import { QueryOutcome } from '../query-outcome.tsx'
import type { PromiseInTable } from './place-in-table.ts'
import { SourceDialog } from './source-dialog.tsx'
import { charactersOf, placeOfPromise, sentenceAround } from './source-span.ts'

type SourceGroundProps = PromiseInTable & { programme: LivingProgramme }

/** The sentence of the published document that binds, with the promise lit in it, and the file it stands in. */
export function SourceGround({ programme, project, task, promise }: SourceGroundProps) {
  const { t } = useTranslation('indicator')
  const { search, change } = useTableSearch()
  const query = useQuery(programmeSourceQuery(programme.id))
  const sentence = sentenceAround(task.text, promise)
  const lit = { start: promise.start - sentence.start, end: promise.end - sentence.start }
  return (
    <section className="ground" aria-labelledby="ground">
      <h3 id="ground">{t('ground')}</h3>
      <blockquote lang="zh-CN">
        <MarkedText text={task.text.slice(sentence.start, sentence.end)} marks={[lit]} />
      </blockquote>
      {query.data ? (
        <>
          <p className="quiet">
            {t('placeInSource', {
              project: project.no,
              task: task.no.split('.').at(-1) ?? task.no,
              ...charactersOf(query.data.source, placeOfPromise(query.data.source, task, promise)),
            })}
          </p>
          <p>
            <Link to="." search={(now) => ({ ...now, original: 'shown' })} resetScroll={false}>
              {t('showInSource')}
            </Link>
          </p>
          <SourceFile document={query.data.document} />
          {search.original === 'shown' && (
            <SourceDialog
              source={query.data.source}
              fileName={query.data.document.fileName}
              lit={placeOfPromise(query.data.source, task, promise)}
              onClose={() => change({ original: undefined })}
            />
          )}
        </>
      ) : (
        <QueryOutcome query={query} />
      )}
    </section>
  )
}

type SourceFileProps = { document: { fileName: string; uploadedAt: string; sha256: string; sm3: string } }

/** The file and its digests: short to read, whole to copy. */
function SourceFile({ document }: SourceFileProps) {
  const { t } = useTranslation('indicator')
  const { day } = useDates()
  const digests = [
    { name: 'SHA-256', digest: document.sha256 },
    { name: 'SM3', digest: document.sm3 },
  ]
  return (
    <div className="source-file quiet">
      <p>
        <span lang="zh-CN">{document.fileName}</span> {t('uploadedOn', { date: day(document.uploadedAt) })}
      </p>
      {digests.map(({ name, digest }) => (
        <details key={name}>
          <summary>{t('digest', { name, start: digest.slice(0, 8) })}</summary>
          <code>{digest}</code>
        </details>
      ))}
    </div>
  )
}
