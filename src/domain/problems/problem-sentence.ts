/** The sentence of a problem in both languages, and the HTTP status it leaves the API with. */

/** For sentences that name nothing: `{}`. */
export type NoDetails = Readonly<Record<string, never>>

export type Sentence<Details> = {
  readonly status: number
  readonly zh: (d: Details) => string
  readonly en: (d: Details) => string
}

export function sentence<Details>(
  status: number,
  zh: (d: Details) => string,
  en: (d: Details) => string,
): Sentence<Details> {
  return { status, zh, en }
}
