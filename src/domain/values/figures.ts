/** Figures as people read them. Digits are grouped as text: a published figure never passes through a float. */
import { multiply, type Decimal } from './decimal.ts'

/** "22400" is "22,400"; "-1234.5" is "-1,234.5". */
export function grouped(value: Decimal): string {
  const [whole = '', fraction] = value.split('.')
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? digits : `${digits}.${fraction}`
}

/** "22400" is "2.24", to be read with 万; undefined below ten thousand and where more than two decimals would be needed. */
export function inTenThousands(value: Decimal): string | undefined {
  const shifted = multiply(value, 0.0001)
  const [whole = '', fraction = ''] = shifted.split('.')
  return whole.replace('-', '') === '0' || fraction.length > 2 ? undefined : grouped(shifted)
}
