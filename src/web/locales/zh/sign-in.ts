export const signIn = {
  title: '登录',
  lead: '{{tenant}}民生实事工作人员由此登录。查看任务分解表无须登录。',
  signInName: '用户名',
  password: '密码',
  submit: '登录',
  nameNeeded: '请填写用户名。',
  passwordNeeded: '请填写密码。',
  demoTitle: '演示账号',
  demoBody: '点一下即以该岗位登录。',
  expiredTitle: '请重新登录',
  expiredBody: '登录已过期。重新登录后可继续，本页内容不会丢失；刚才没有保存的操作请再做一次。',
} as const
