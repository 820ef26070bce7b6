import type { ReactNode } from 'react'

type NoticeProps = {
  /** `failure` is announced at once; `empty` is plain content. */
  tone: 'failure' | 'empty'
  title: string
  children: ReactNode
  action?: ReactNode
}

/** Stands where content would be: what is the matter and what comes next. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <section className={`notice notice-${tone}`} {...(tone === 'failure' ? { role: 'alert' } : {})}>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </section>
  )
}
