import { MarkedText } from '../../ui/marked-text.tsx'
import { findHits } from './promise-runs.ts'
import { useTableContext } from './table-context.ts'

/** Leaders or units, one a line, as the paper prints them. */
export function NameList({ names }: { names: readonly { readonly name: string }[] }) {
  const { words } = useTableContext()
  return (
    <ul className="names" lang="zh-CN">
      {names.map(({ name }) => (
        <li key={name}>
          <MarkedText text={name} marks={findHits(name, words)} />
        </li>
      ))}
    </ul>
  )
}
