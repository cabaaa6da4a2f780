import { never } from '../error-entry.ts'

/** Refusals about posts and who holds them. */
export const ORG_ERRORS = {
  'post.changed': never(
    409,
    '这个岗位刚刚有了变化，请看最新情况后再操作。',
    'This post has just changed. Please look at it again.',
  ),
  'post.own': never(
    409,
    '自己的岗位不能由自己变更，请由安全管理员办理。',
    'Nobody changes the post that they hold themselves. The security administrator does it.',
  ),
  'post.separate': never(
    403,
    '这个岗位监督别人或管理系统，只能由安全管理员变更任职人。',
    'This post watches over others or runs the system. Only the security administrator changes who holds it.',
  ),
  'post.same-holder': never(
    409,
    '这个岗位现在就是这样，没有变化。',
    'That is how the post is held already; nothing changed.',
  ),
  'post.planned-already': never(
    409,
    '这个岗位已经定了以后的变更，请先取消它。',
    'A change of this post is already decided for a date to come. Please take it back first.',
  ),
  'post.acting-already': never(
    409,
    '这个岗位这段时间已经有人代理，请先取消。',
    'Somebody already acts in this post, or is to. Please end that first.',
  ),
  'post.date-unfit': never(
    422,
    '日期不对：要在现在以后、一年以内，结束要晚于开始。',
    'These dates cannot be: they lie ahead, within a year, and the end comes after the beginning.',
  ),
  'post.nothing-planned': never(409, '没有可以取消的变更。', 'There is nothing to take back.'),
  'post.person-unknown': never(
    422,
    '本单位没有这个人；新来的人请先由运维人员开通账号和岗位。',
    'Nobody in this unit has that account. For somebody new, the operator adds the account and a post first.',
  ),
} as const
