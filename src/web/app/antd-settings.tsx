import { ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import type { ComponentType, ReactNode } from 'react'
import { useLanguage } from './language.ts'
import { theme } from './theme.ts'

const locales = { zh, en }

export function AntdSettings({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      locale={locales[language]}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  )
}

/** A page that uses Ant Design; the others do without loading it. */
export function withAntd(Page: ComponentType): ComponentType {
  return function PageWithAntd() {
    return (
      <AntdSettings>
        <Page />
      </AntdSettings>
    )
  }
}
