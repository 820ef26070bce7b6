/** The number of a supervision order: counted per series and year, as 文号 are. */
export type OrderNumber = { readonly series: string; readonly year: number; readonly no: number }

/** “常政督〔2023〕5号” (GB/T 9704-2012: the year in 〔〕, no 第, no leading zeros). */
export function orderNumberWords({ series, year, no }: OrderNumber): string {
  return `${series}〔${year}〕${no}号`
}
