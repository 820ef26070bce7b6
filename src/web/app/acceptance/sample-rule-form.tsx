import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setSampleRule, type AcceptanceListData } from '../../../contract/acceptance.ts'
import { sampleRuleInForce, type SampleRule } from '../../../domain/acceptance/sample.ts'
import { call } from '../api.ts'
import { useDates } from '../dates.ts'
import { useFailureSentence } from '../failure-sentence.ts'
import { useMayDo } from '../session.tsx'
import { useAcceptanceWrite } from './use-acceptance-write.ts'

type SampleRuleFormProps = { programmeId: string; rules: AcceptanceListData['rules'] }

const fields = ['least', 'percent', 'most'] as const

/** How many entries are looked at: as it is, and for the office a change of it. */
export function SampleRuleForm({ programmeId, rules }: SampleRuleFormProps) {
  const { t } = useTranslation('acceptance')
  const { day } = useDates()
  const sentenceOf = useFailureSentence()
  const maySet = useMayDo()('acceptance.set')
  const inForce = sampleRuleInForce(rules)
  const [typed, setTyped] = useState<SampleRule | null>(null)
  const [reason, setReason] = useState('')
  const rule = typed ?? inForce
  const save = useAcceptanceWrite(
    programmeId,
    () =>
      call(setSampleRule, {
        body: { least: rule.least, percent: rule.percent, most: rule.most, no: inForce.no + 1, reason },
      }),
    () => {
      setTyped(null)
      setReason('')
    },
  )
  return (
    <section className="acceptance-rule" aria-label={t('ruleTitle')}>
      <h2>{t('ruleTitle')}</h2>
      <p>{t('ruleOf', { least: inForce.least, percent: inForce.percent, most: inForce.most })}</p>
      <p className="quiet">{t('ruleDraw')}</p>
      {rules.map(({ no, recordedBy, recordedAt, reason: why }) => (
        <p key={no} className="quiet" lang="zh-CN">
          {t('ruleSet', { no, by: recordedBy, at: day(recordedAt), reason: why })}
        </p>
      ))}
      {maySet && (
        <details>
          <summary>{t('ruleChange')}</summary>
          <form
            className="acceptance-rule-form"
            onSubmit={(event) => {
              event.preventDefault()
              save.mutate(undefined)
            }}
          >
            {fields.map((field) => (
              <label key={field}>
                <span>{t(`rule_${field}`)}</span>
                <input
                  type="number"
                  required
                  min={field === 'percent' ? 0 : 1}
                  max={field === 'percent' ? 100 : 1000}
                  value={rule[field]}
                  onChange={({ target }) => setTyped({ ...rule, [field]: target.valueAsNumber || 0 })}
                />
              </label>
            ))}
            <label className="acceptance-reason">
              <span>{t('ruleReason')}</span>
              <input
                required
                maxLength={500}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </label>
            <button type="submit" className="button button-primary" disabled={save.isPending}>
              {t('ruleSave')}
            </button>
            {save.isError && (
              <p role="alert" className="fault">
                {sentenceOf(save.error)}
              </p>
            )}
          </form>
        </details>
      )}
    </section>
  )
}
