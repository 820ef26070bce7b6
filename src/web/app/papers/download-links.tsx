import { useTranslation } from 'react-i18next'
import './download-links.css'

type DownloadLinksProps = {
  /** Whose files they are, for those who hear the link alone. */
  of: string
  links: readonly (readonly [format: 'word' | 'excel' | 'pdf', address: string])[]
}

export function DownloadLinks({ of, links }: DownloadLinksProps) {
  const { t } = useTranslation('papers')
  return (
    <span className="download-links">
      {links.map(([format, address]) => (
        <a key={format} href={address} download aria-label={`${of} ${t(format)}`}>
          {t(format)}
        </a>
      ))}
    </span>
  )
}
