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
  'post.person-unknown': never(
    422,
    '本单位没有这个人；新来的人请先由运维人员开通账号和岗位。',
    'Nobody in this unit has that account. For somebody new, the operator adds the account and a post first.',
  ),
} as const
