/** Appears only when the wait is long enough to be noticed (styles/base.css). */
export function Waiting({ label }: { label: string }) {
  return <output className="waiting">{label}</output>
}
