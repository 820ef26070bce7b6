import type { Quantity } from '../../../domain/values/quantity.ts'
import { quantityWords } from '../reporting/quantity-words.ts'

/** "1,234个"; a rate's unit says nothing of its counts. */
export function figureWords(figure: Quantity, unit: string | null): string {
  return figure.denominator === null ? `${quantityWords(figure)}${unit ?? ''}` : quantityWords(figure)
}
