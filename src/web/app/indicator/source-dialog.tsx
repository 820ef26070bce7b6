import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place, SourceDocument } from '../../../domain/programme/source.ts'
import { MarkedText } from '../../ui/marked-text.tsx'
import { SourceView } from '../../ui/source-view.tsx'

type SourceDialogProps = { source: SourceDocument; fileName: string; lit: Place; onClose: () => void }

/** The whole document over the page, opened at the lit words. */
export function SourceDialog({ source, fileName, lit, onClose }: SourceDialogProps) {
  const { t } = useTranslation('indicator')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
    return () => current?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="source-dialog"
      aria-labelledby="source-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2 id="source-title">
          {t('sourceTitle')} <span lang="zh-CN">{fileName}</span>
        </h2>
        <button type="button" className="button" onClick={onClose}>
          {t('close')}
        </button>
      </header>
      <SourceView
        source={source}
        renderText={(text, { block, row, column }) =>
          block === lit.block && row === lit.row && column === lit.column ? (
            <MarkedText text={text} marks={[lit]} />
          ) : (
            text
          )
        }
      />
    </dialog>
  )
}
