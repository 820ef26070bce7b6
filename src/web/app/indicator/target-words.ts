/** A target in words, in the language of the screen or in that of the document. */
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Comparator, Target } from '../../../domain/programme/target.ts'
import { grouped } from '../../../domain/values/figures.ts'

/** Nothing is said for “exactly”: that is what a bare figure means. */
function comparatorWord(comparator: Comparator | null, word: (comparator: Comparator) => string): string {
  return comparator === null || comparator === 'eq' || comparator === 'range' ? '' : `${word(comparator)} `
}

/** "28", "不少于 120,000", "25—29". Empty for a promise without a figure. */
export function useFigureWords(): (target: Target) => { comparator: string; figure: string } {
  const { t } = useTranslation('indicator')
  const { t: value } = useTranslation('values')
  return (target) => {
    if (target.value === null) return { comparator: '', figure: '' }
    const from = grouped(target.value)
    const figure = target.valueMax === null ? from : t('rangeOf', { from, to: grouped(target.valueMax) })
    return {
      comparator: comparatorWord(target.comparator, (code) => value(`comparator_${code}`)).trim(),
      figure,
    }
  }
}

/** The promise as a short sentence of the document's own language: "建成口袋公园 28 个". */
export function promiseWords(target: Target): string {
  const t = i18next.getFixedT('zh', 'values')
  const words = `${target.action}${target.object}`
  if (target.value === null) return words
  const to = target.valueMax === null ? '' : `—${grouped(target.valueMax)}`
  const space = target.unit === '%' ? '' : ' '
  return `${words} ${comparatorWord(target.comparator, (code) => t(`comparator_${code}`))}${grouped(target.value)}${to}${space}${target.unit ?? ''}`
}
