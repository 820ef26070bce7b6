export const signIn = {
  title: 'Sign in',
  lead: 'For the people who work on the commitments of {{tenant}}. Reading the task table needs no sign-in.',
  signInName: 'User name',
  password: 'Password',
  submit: 'Sign in',
  nameNeeded: 'Enter your user name.',
  passwordNeeded: 'Enter your password.',
  demoTitle: 'Demonstration accounts',
  demoBody: 'One press signs you in to that post.',
  expiredTitle: 'Please sign in again',
  expiredBody:
    'Your session has ended. Sign in again to go on; this page stays as it is. Repeat the last step if it was not saved.',
} as const
