/** Ant Design in our own clothes: the tokens of styles/tokens.css as far as its components need them. */
import type { ThemeConfig } from 'antd'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f4e6b',
    colorInfo: '#1f4e6b',
    colorLink: '#1f4e6b',
    colorError: '#a8321f',
    colorTextBase: '#23211c',
    colorTextSecondary: '#5f5a50',
    colorTextDescription: '#5f5a50',
    colorTextPlaceholder: '#6b665b',
    colorBorder: '#8f897c',
    colorBorderSecondary: '#e3ded3',
    colorBgLayout: '#fbfaf6',
    borderRadius: 4,
    controlHeight: 34,
    fontFamily: 'var(--sans)',
    fontSize: 14,
    boxShadow: 'none',
    boxShadowTertiary: 'none',
    boxShadowSecondary: '0 6px 24px rgb(35 33 28 / 14%)',
    // Nothing on these pages is better understood by moving.
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}
