/** Problems with people, posts, stand-ins, passwords and notices. */
import { sentence, type NoDetails } from './problem-sentence.ts'

type Placed = { readonly place: string }

export const problemsOfDuty = {
  // Accounts
  'account.name-taken': sentence<Placed>(
    409,
    () => '这个用户名已有人使用，请换一个。',
    () => 'This user name is taken; choose another.',
  ),
  'account.not-found': sentence<NoDetails>(
    404,
    () => '没有这个人员，或者他还没有账号。',
    () => 'There is no such person, or the person has no account.',
  ),
  'account.own': sentence<NoDetails>(
    403,
    () => '不能停用或重置自己的账号。请由另一位系统管理员办理。',
    () => 'One’s own account cannot be disabled or reset. Ask another system administrator.',
  ),
  'account.shared-demo': sentence<NoDetails>(
    403,
    () => '演示账号的密码是公开的，不能修改。',
    () => 'The password of a demonstration account is public and cannot be changed.',
  ),
  'password.wrong': sentence<Placed>(
    422,
    () => '现在的密码不对。',
    () => 'The present password is wrong.',
  ),
  'password.weak': sentence<Placed & { fault: 'short' | 'classes' | 'name' | 'same' }>(
    422,
    (d) =>
      ({
        short: '新密码至少要有 8 个字符。',
        classes: '新密码要含有大写字母、小写字母、数字、其他符号中的至少三种。',
        name: '新密码不能包含用户名。',
        same: '新密码不能与现在的密码相同。',
      })[d.fault],
    (d) =>
      ({
        short: 'The new password needs 8 characters at least.',
        classes: 'The new password needs three of these: capitals, small letters, digits, other characters.',
        name: 'The new password must not contain the user name.',
        same: 'The new password must differ from the present one.',
      })[d.fault],
  ),

  // Posts and who holds them
  'post.not-found': sentence<Placed>(
    404,
    () => '没有这个岗位。请刷新后再试。',
    () => 'There is no such post. Reload and retry.',
  ),
  'post.no-such-unit': sentence<Placed>(
    422,
    () => '没有这个单位，或者它是单位组；岗位要设在一个具体的单位。',
    () => 'There is no such unit, or it is a group; a post belongs to one unit.',
  ),
  'post.no-such-person': sentence<Placed>(
    422,
    () => '没有这个人员，或者账号已停用。请另选一位。',
    () => 'There is no such person, or the account is disabled. Choose another.',
  ),
  'post.title-taken': sentence<Placed & { unit: string; title: string }>(
    409,
    (d) => `${d.unit}已有同样角色的“${d.title}”。请换一个名称，或者对原岗位换人。`,
    (d) =>
      `${d.unit} already has a post “${d.title}” with this role. Name it otherwise, or hand that one over.`,
  ),
  'post.in-the-past': sentence<Placed & { today: string }>(
    422,
    (d) => `日期不能早于今天（${d.today}）：已经做过的事不改由别人做。`,
    (d) => `The date cannot be before today (${d.today}): what was done is not changed.`,
  ),
  'post.before-start': sentence<Placed & { since: string }>(
    422,
    (d) => `现任从 ${d.since} 起任职，接任日期要晚于这一天。`,
    (d) => `The present holder began on ${d.since}; the successor has to begin later.`,
  ),
  'post.same-person': sentence<Placed>(
    422,
    () => '接任的人就是现任。请另选一位。',
    () => 'This person holds the post already. Choose another.',
  ),
  'post.to-oneself': sentence<Placed>(
    403,
    () => '不能给自己任职。请由另一位系统管理员办理。',
    () => 'Nobody gives themselves a post. Ask another system administrator.',
  ),
  'post.administrators-apart': sentence<Placed & { person: string }>(
    422,
    (d) => `系统、安全、审计三个管理员要由三个人分别担任，${d.person}已任其中之一。`,
    (d) =>
      `The system, security and audit administrators are three separate people; ${d.person} is one of them already.`,
  ),
  'post.overtaken': sentence<NoDetails>(
    409,
    () => '这个岗位刚刚换过人。已为您载入最新情况，请再看一遍。',
    () => 'This post was handed over just now. The latest was loaded; please look again.',
  ),
  'post.vacant': sentence<Placed>(
    422,
    () => '这个岗位现在没有人，请选择任职的人。',
    () => 'Nobody holds this post; choose who is to.',
  ),

  // Stand-ins
  'delegation.not-holder': sentence<NoDetails>(
    403,
    () => '只有本岗位的现任可以委托他人代岗；代岗的人不能再委托。',
    () => 'Only the holder of a post can name a stand-in; a stand-in cannot.',
  ),
  'delegation.to-oneself': sentence<Placed>(
    422,
    () => '不能委托给自己。',
    () => 'One cannot stand in for oneself.',
  ),
  'delegation.in-the-past': sentence<Placed & { today: string }>(
    422,
    (d) => `起始日期不能早于今天（${d.today}）。`,
    (d) => `It cannot begin before today (${d.today}).`,
  ),
  'delegation.ends-before-start': sentence<Placed>(
    422,
    () => '结束日期不能早于起始日期。',
    () => 'It cannot end before it begins.',
  ),
  'delegation.too-long': sentence<Placed & { days: number }>(
    422,
    (d) => `代岗最长 ${d.days} 天；更久请由系统管理员换人。`,
    (d) => `A stand-in can act for ${d.days} days at most; for longer, let the post be handed over.`,
  ),
  'delegation.beyond-holding': sentence<Placed & { until: string }>(
    422,
    (d) => `您在这个岗位任职到 ${d.until}，代岗不能超过这一天。`,
    (d) => `You hold this post until ${d.until}; a stand-in cannot act beyond that.`,
  ),
  'delegation.overlaps': sentence<Placed & { person: string; from: string; to: string }>(
    409,
    (d) => `${d.from} 至 ${d.to} 已委托${d.person}代岗，期间不能重叠。`,
    (d) => `${d.person} stands in from ${d.from} to ${d.to}; periods cannot overlap.`,
  ),
  'delegation.not-found': sentence<NoDetails>(
    404,
    () => '没有这项委托，或者它已经结束。',
    () => 'There is no such stand-in, or it has ended.',
  ),

  // Notices
  'notice.too-many-streams': sentence<{ limit: number }>(
    429,
    (d) => `同一次登录最多打开 ${d.limit} 个实时连接；其余页面会定时刷新。`,
    (d) => `One session can hold ${d.limit} live connections; other pages refresh from time to time.`,
  ),
} as const
