/** Problems with supervision orders and the ladder. */
import { stepWords, type LadderStep } from '../order/ladder.ts'
import { sentence, type NoDetails } from './problem-sentence.ts'

export const problemsOfOrders = {
  'order.not-found': sentence<NoDetails>(
    404,
    () => '没有这件督办，可能地址写错了。请回到督办清单查找。',
    () => 'There is no such order. The address may be wrong; look for it in the list.',
  ),
  'order.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先处理了这件督办。已载入最新情况，请核对后再提交；您填写的内容还在。',
    () =>
      'Somebody dealt with this order first. The latest was loaded; look at it and send again. What you typed is kept.',
  ),
  'order.ended': sentence<{ state: string }>(
    409,
    (d) => `这件督办已经${d.state === 'withdrawn' ? '撤销' : '办结'}，不能再处理。需要时请另行交办。`,
    (d) => `This order is ${d.state} and takes nothing any more. Issue another where one is needed.`,
  ),
  'order.text-missing': sentence<{ place: string }>(
    422,
    () => '还没有写办理情况。请写明做了什么、做到哪一步。',
    () => 'Say what was done and how far it is.',
  ),
  'order.reason-missing': sentence<{ place: string }>(
    422,
    () => '还没有写理由。这一步要写明理由，办理过程里会留下。',
    () => 'Give a reason: it stays in the history of the order.',
  ),
  'order.waiting': sentence<{ kind: string; day: string }>(
    409,
    (d) =>
      `${d.day} 提交的${d.kind === 'reply' ? '办结反馈' : '延期申请'}还在等督查室答复，答复之前不能再提交，也不升级。`,
    (d) =>
      `The ${d.kind === 'reply' ? 'reply' : 'request for an extension'} of ${d.day} waits for the office’s answer; nothing else is sent and no step is climbed before it.`,
  ),
  'order.nothing-waits': sentence<{ kind: string }>(
    409,
    (d) => `现在没有等待答复的${d.kind === 'reply' ? '办结反馈' : '延期申请'}。请刷新后再看。`,
    (d) =>
      `No ${d.kind === 'reply' ? 'reply' : 'request for an extension'} waits for an answer. Reload and look again.`,
  ),
  'order.due-missing': sentence<{ place: string }>(
    422,
    () => '还没有写日期。请写明办到哪一天。',
    () => 'State the day by which it is to be done.',
  ),
  'order.due-past': sentence<{ place: string; dueOn: string; today: string }>(
    422,
    (d) => `${d.dueOn} 已经过去（今天 ${d.today}）。请写今天或以后的日期。`,
    (d) => `${d.dueOn} is past (today is ${d.today}). Choose today or a later day.`,
  ),
  'order.extension-late': sentence<{ dueOn: string }>(
    409,
    (d) => `交办时限 ${d.dueOn} 已过，延期要在到期前申请。请直接反馈办理情况，说明逾期原因。`,
    (d) =>
      `It was due on ${d.dueOn}; an extension is asked for before that. Send your reply and say why it is late.`,
  ),
  'order.extension-not-later': sentence<{ place: string; dueOn: string }>(
    422,
    (d) => `申请的日期要晚于现在的时限 ${d.dueOn}。`,
    (d) => `Ask for a day later than ${d.dueOn}, when it is due now.`,
  ),
  'order.not-lapsed': sentence<{ deadline: string }>(
    409,
    (d) => `上一级还没有逾期（时限 ${d.deadline}），不能升级。确实紧急的，请另行交办并说明理由。`,
    (d) =>
      `The step before has not lapsed (due on ${d.deadline}), so the next cannot begin. What is urgent is issued anew, with a reason.`,
  ),
  'order.top-of-ladder': sentence<NoDetails>(
    409,
    () => '已经到约谈，没有更高的一级。',
    () => 'This is the top of the ladder: there is no higher step.',
  ),
  'order.held': sentence<{ held: boolean }>(
    409,
    (d) => (d.held ? '升级已经暂停。' : '升级没有暂停，不用恢复。'),
    (d) => (d.held ? 'The ladder is stopped already.' : 'The ladder is not stopped.'),
  ),
  'order.units-wrong': sentence<{ place: string }>(
    422,
    () => '牵头单位、配合单位要各不相同，且都是本政府的单位。请重新选择。',
    () => 'The lead unit and the cooperating units must be different units of this government. Choose again.',
  ),
  'order.start-reason-missing': sentence<{ place: string; usual: LadderStep; step: LadderStep }>(
    422,
    (d) => `按规则应从“${stepWords[d.usual].zh}”开始；直接用“${stepWords[d.step].zh}”要写明紧急的理由。`,
    (d) =>
      `By the rules this starts with “${stepWords[d.usual].en}”; to start with “${stepWords[d.step].en}” say why it is urgent.`,
  ),
  'order.origin-unknown': sentence<{ place: string }>(
    422,
    () => '找不到督办所依据的承诺、疑点或批示。请从原来的页面重新进入。',
    () => 'The promise, doubt or instruction it rests on is not there. Begin again from its page.',
  ),
  'order.instruction-followed': sentence<NoDetails>(
    409,
    () => '这条批示已经有人交办了。请在督办清单里查看。',
    () => 'An order follows this instruction already. See the list.',
  ),
  'order.instruction-set-aside': sentence<NoDetails>(
    409,
    () => '这条批示已经有人写明不另立项。请在督办清单里查看；仍要交办的，在那里交办。',
    () =>
      'Somebody set this instruction aside already. See the list; it can still be followed by an order there.',
  ),
  'order.instruction-not-found': sentence<NoDetails>(
    404,
    () => '没有这条批示，可能地址写错了。请回到督办清单查找。',
    () => 'There is no such instruction. The address may be wrong; look for it in the list.',
  ),
  'order.merged-unknown': sentence<{ place: string }>(
    422,
    () => '要并入的督办不在，或者已经办结。请另选一件，或者不并入。',
    () => 'The order to deal with it under is not there, or has ended. Choose another, or none.',
  ),
  'ladder-rules.out-of-order': sentence<{ behind: string; farBehind: string }>(
    422,
    () => '严重滞后的起始梯次低于滞后的起始梯次。请改正其中一个。',
    () => 'What is far behind would start lower than what is behind. Change either.',
  ),
  'ladder-rules.overtaken': sentence<NoDetails>(
    409,
    () => '刚才有人先改了督办规则。已载入最新规则，请核对后再改。',
    () =>
      'Somebody changed the rules of supervision first. The latest were loaded; look at them and change again.',
  ),
  'ladder-rules.month-past': sentence<{ month: string }>(
    409,
    (d) => `${d.month.slice(0, 7)} 已经过去，那时的督办按当时的规则进行。请从本月或以后的月份起改。`,
    (d) => `${d.month.slice(0, 7)} is past and went by the rules of then. Choose this month or a later one.`,
  ),
} as const
