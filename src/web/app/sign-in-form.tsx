import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Credentials } from '../../contract/session.ts'
import { useFailureSentence } from './failure-sentence.ts'
import { useSignIn } from './session.tsx'

/** Name and password; what is wrong is said in place. */
export function SignInForm({ onSignedIn }: { onSignedIn?: () => void }) {
  const { t } = useTranslation('signIn')
  const signIn = useSignIn()
  const sentenceOf = useFailureSentence()
  return (
    <Form<Credentials>
      className="sign-in-form"
      layout="vertical"
      requiredMark={false}
      onFinish={(credentials) => signIn.mutate(credentials, { onSuccess: () => onSignedIn?.() })}
    >
      {signIn.isError && (
        <Alert className="form-alert" type="error" role="alert" title={sentenceOf(signIn.error)} />
      )}
      <Form.Item
        name="signInName"
        label={t('signInName')}
        rules={[{ required: true, message: t('nameNeeded') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        rules={[{ required: true, message: t('passwordNeeded') }]}
      >
        <Input type="password" autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('submit')}
      </Button>
    </Form>
  )
}
