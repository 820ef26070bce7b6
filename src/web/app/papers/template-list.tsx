import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dropTemplate, getTemplate, setTemplate, type PapersPage } from '../../../contract/papers.ts'
import { paperKinds, type PaperKind } from '../../../domain/papers/paper.ts'
import { paperFields, rowFields } from '../../../domain/papers/template-fields.ts'
import { addressOf, call } from '../api.ts'
import { useFailureSentence } from '../failure-sentence.ts'

type TemplateListProps = { programmeId: string; templates: PapersPage['templates'] }

/** In which form each kind is printed: the standard's, or a Word file of one's own with fields in it. */
export function TemplateList({ programmeId, templates }: TemplateListProps) {
  const { t } = useTranslation('papers')
  return (
    <details className="paper-templates">
      <summary>{t('templatesTitle')}</summary>
      <p className="quiet">{t('templatesLead')}</p>
      <p lang="zh-CN">
        {[...paperFields, ...rowFields].map((field) => (
          <code key={field}>{`{{${field}}}`} </code>
        ))}
      </p>
      <ul>
        {paperKinds.map((kind) => (
          <TemplateOf
            key={kind}
            programmeId={programmeId}
            kind={kind}
            template={templates.find((each) => each.kind === kind)}
          />
        ))}
      </ul>
    </details>
  )
}

type TemplateOfProps = {
  programmeId: string
  kind: PaperKind
  template: PapersPage['templates'][number] | undefined
}

function TemplateOf({ programmeId, kind, template }: TemplateOfProps) {
  const { t } = useTranslation('papers')
  const sentenceOf = useFailureSentence()
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File | null) =>
      file === null
        ? call(dropTemplate, { params: { kind } })
        : call(setTemplate, { params: { kind }, file }),
    onSettled: () => client.invalidateQueries({ queryKey: ['programmes', programmeId, 'papers'] }),
  })
  return (
    <li>
      <span>{t(`kind_${kind}`)}</span>
      {template === undefined ? (
        <span className="quiet">{t('standardForm')}</span>
      ) : (
        <a href={addressOf(getTemplate, { params: { kind } })} download>
          {t('templateOf', { name: template.fileName, version: template.version })}
        </a>
      )}
      <label className="link-button">
        {t('setTemplate')}
        <input
          type="file"
          className="visually-hidden"
          accept=".docx"
          aria-label={t('setTemplateOf', { kind: t(`kind_${kind}`) })}
          disabled={isPending}
          onChange={({ target }) => {
            const file = target.files?.[0]
            // The same file can be chosen again once it is mended.
            target.value = ''
            if (file) mutate(file)
          }}
        />
      </label>
      {template !== undefined && (
        <button type="button" className="link-button" disabled={isPending} onClick={() => mutate(null)}>
          {t('dropTemplate')}
        </button>
      )}
      {error !== null && (
        <p role="alert" className="fault">
          {sentenceOf(error)}
        </p>
      )}
    </li>
  )
}
