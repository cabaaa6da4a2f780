import { type ErrorEntry, never } from '../error-entry.ts'

/** Refusals of the burden gate and of duty lists. */
export const gateErrors = {
  'gate.changed': never(
    409,
    '这份申请刚刚有了变化，请看最新情况后再操作。您写的内容还在。',
    'This request has just changed. Please look at it again; what you typed is kept.',
  ),
  'gate.move-impossible': never(
    409,
    '现在不能做这一步：这份申请目前是“{state}”。',
    'This step is not possible now: the request is “{state}”.',
  ),
  'gate.own-request': never(
    409,
    '提出这份申请的人不能自己决定，请由另一位准入管理员办理。',
    'Whoever asked for this cannot decide on it. Another gatekeeper has to.',
  ),
  'gate.reason-missing': never(422, '这一步需要写明理由。', 'This step needs a reason.'),
  'gate.forbidden': never(422, '不能要求“{what}”。{rule}', 'This may not be asked for: {what}. {rule}'),
  'gate.minutes-too-few': never(
    422,
    '每次至少要算 {least} 分钟：还有 {typed} 项要社区自己填。',
    'It takes at least {least} minutes each time: {typed} fields must be typed by the community.',
  ),
  'gate.period-wrong': never(
    422,
    '结束时间要晚于开始时间，最长三年，而且不能已经过去。',
    'It must end after it begins, within three years, and not in the past.',
  ),
  'gate.on-negative-list': never(
    422,
    '这件事在负面清单上：“{entry}”，不能布置给社区。',
    'This is on the negative list: “{entry}”. It cannot be placed on a community.',
  ),
  'gate.entry-unknown': never(422, '职责清单里没有这一条。', 'The duty list has no such entry.'),
  'gate.fields-wrong': never(
    422,
    '报表至少要有一项，每项只列一次，选择题要有选项；其他要求不能带填报项。',
    'A form needs at least one field, each once, a choice needs options; nothing else has fields.',
  ),
  'gate.community-unknown': never(
    422,
    '有的社区不存在或没有居委会，请重新选择。',
    'One of the communities does not exist or has no committee. Please choose again.',
  ),
  'gate.answered': never(409, '您的社区已经答复过了。', 'Your community has answered already.'),
  'gate.not-refused': never(
    409,
    '这个社区没有拒绝，不需要裁定。',
    'That community did not refuse; there is nothing to decide.',
  ),
  'gate.ground-missing': never(
    422,
    '请说明是清单外的事，还是超出承受能力并写明理由。',
    'Please say that it is off the list, or that it is too much, with the reason.',
  ),
  'gate.on-list': never(
    422,
    '这件事在职责清单内，不能按“不在清单内”不接。实在承担不了的，写明原因可以不接。',
    'This is on the duty list and cannot be refused as off the list. If it is more than you can do, you can refuse it with that reason.',
  ),
  'gate.not-due': never(409, '这份报表现在不需要填。', 'This form need not be filled in now.'),
  'gate.filled': never(409, '这一期已经填过了，不用再填。', 'It has been filled in for this time already.'),
  'gate.answers-wrong': never(
    422,
    '有 {count} 项没有填或填得不对。',
    '{count} fields are missing or not in the right form.',
  ),
  'duty.changed': never(
    409,
    '清单刚刚有了新版本，请在新版本上修改。',
    'The list has just got a newer version. Please edit that one.',
  ),
  'duty.day-past': never(422, '生效日期不能早于今天。', 'It cannot take effect before today.'),
  'duty.entry-twice': never(422, '有两条用了同一个编号。', 'Two entries have the same code.'),
} as const satisfies Record<string, ErrorEntry>
