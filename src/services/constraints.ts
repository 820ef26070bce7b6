/** What a violated constraint of the database means to a person: one table, by the constraint's name. */
import { Problem } from '../domain/problems/problem.ts'

const problemOf: Readonly<Record<string, () => Problem>> = {
  entry_decision_overtaken: () => new Problem('entry.overtaken', {}),
  entry_replaced: () => new Problem('entry.overtaken', {}),
  import_correction_overtaken: () => new Problem('correction.overtaken', {}),
  programme_share_taken: () => new Problem('share.taken', {}),
  plan_overtaken: () =>
    new Problem('plan.overtaken', { indicatorId: null, promise: null, version: null, by: null }),
  plan_signature_overtaken: () => new Problem('plan.signature-overtaken', {}),
  plan_consent_given: () => new Problem('plan.consent-given', {}),
  amendment_import_adopted: () => new Problem('import.adopted', {}),
  period_rule_overtaken: () => new Problem('period.overtaken', {}),
  actual_overtaken: () => new Problem('actual.overtaken-unseen', {}),
  review_given: () => new Problem('review.given-unseen', {}),
  light_rule_overtaken: () => new Problem('light-rules.overtaken', {}),
  ladder_rule_overtaken: () => new Problem('ladder-rules.overtaken', {}),
  supervision_order_fact_overtaken: () => new Problem('order.overtaken', {}),
  supervision_order_instruction_followed: () => new Problem('order.instruction-followed', {}),
  instruction_set_aside_already: () => new Problem('order.instruction-set-aside', {}),
  acceptance_rule_overtaken: () => new Problem('acceptance.rule-overtaken', {}),
  acceptance_claim_overtaken: () => new Problem('acceptance.overtaken', {}),
  acceptance_inspection_overtaken: () => new Problem('acceptance.overtaken', {}),
  acceptance_step_overtaken: () => new Problem('acceptance.overtaken', {}),
  assessment_scheme_overtaken: () => new Problem('assessment.overtaken', {}),
  satisfaction_figure_overtaken: () => new Problem('assessment.overtaken', {}),
  carry_over_overtaken: () => new Problem('carry-over.overtaken', {}),
  month_freeze_overtaken: () => new Problem('freeze.overtaken', {}),
  suspicion_ruling_overtaken: () => new Problem('suspicion.overtaken', {}),
  indicator_semantics_overtaken: () => new Problem('semantics.overtaken', {}),
  account_sign_in_name_taken: () => new Problem('account.name-taken', { place: 'signInName' }),
}

/** The problem behind a database error; undefined for any other error. */
export function problemOfConstraint(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('constraint' in error) || typeof error.constraint !== 'string')
    return undefined
  return problemOf[error.constraint]?.()
}
