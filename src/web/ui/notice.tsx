import type { ReactNode } from 'react'

type NoticeProps = {
  /** `failure` is announced at once; `empty` is plain content. */
  tone: 'failure' | 'empty'
  title: string
  /** 1 where the notice is all there is on the page. */
  level?: 1 | 2
  children: ReactNode
  action?: ReactNode
}

/** Stands where content would be: what is the matter and what comes next. */
export function Notice({ tone, title, level = 2, children, action }: NoticeProps) {
  const Heading = `h${level}` as const
  return (
    <section className={`notice notice-${tone}`} {...(tone === 'failure' ? { role: 'alert' } : {})}>
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action}
    </section>
  )
}
