import { ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from './language.ts'
import { theme } from './theme.ts'

const locales = { zh, en }

export function AntdSettings({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  return (
    <ConfigProvider theme={theme} locale={locales[language]} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}
