import { useEffect, useState } from 'react'

/** Takes files dropped or pasted anywhere on the page; answers whether some are being held over it. */
export function useFileDrop(take: (files: FileList | undefined) => void): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // Without this the browser would open the file in place of the page.
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      // Moving from one element to the next is no leaving.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer?.files)
    }
    const paste = (event: ClipboardEvent): void => {
      // Text goes where the caret is, as always.
      if (event.clipboardData?.files.length) take(event.clipboardData.files)
    }
    document.addEventListener('dragover', hold)
    document.addEventListener('paste', paste)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', hold)
      document.removeEventListener('paste', paste)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
    }
  }, [take])
  return over
}
