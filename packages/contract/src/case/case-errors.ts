import { later, never } from '../error-entry.ts'

/** Refusals of the case engine. */
export const CASE_ERRORS = {
  'case.changed': never(
    409,
    '别人刚刚处理过这件事，请看最新情况后再操作。您写的内容还在。',
    'Someone has just changed this matter. Please look at it again; what you typed is kept.',
  ),
  'case.move-impossible': never(
    409,
    '现在不能做这一步：这件事目前是“{state}”。',
    'This step is not possible now: the matter is “{state}”.',
  ),
  'case.input-missing': never(422, '还缺少：{fields}。', 'Still missing: {fields}.'),
  'case.verifier-is-handler': never(
    409,
    '办理的人不能核查自己的结果，请由别人核查。',
    'Whoever handled a matter cannot verify it. Please let someone else do so.',
  ),
  'case.not-the-reporter': never(
    409,
    '这件事不是您上报的，只有上报的人能做这一步。',
    'You did not report this matter; only whoever did can take this step.',
  ),
  'case.reopen-window-over': never(
    409,
    '可以重新办理的期限已过，请重新反映，我们会与这一件关联。',
    'The time for reopening is over. Please report it anew; we will link the two.',
  ),
  'case.not-answered': never(
    409,
    '合并办理的那件事还没有办好，办好就来问您。',
    'The matter that yours was joined with is not done yet. You are asked as soon as it is.',
  ),
  'case.no-answer': never(
    409,
    '合并办理的那件事没有办理结果就结束了，没有可以评价的。问题还在的话，可以要求重新办理您这一件。',
    'The matter that yours was joined with ended without an answer, so there is nothing to judge. If the trouble is still there, you can have yours reopened.',
  ),
  'case.judged-already': never(
    409,
    '这一次的结果您已经评价过了。',
    'You have given your verdict on this answer already.',
  ),
  'case.deadline-needs-reason': never(422, '改动期限需要写明原因。', 'Changing the deadline needs a reason.'),
  'case.deadline-past': never(422, '期限不能早于现在。', 'The deadline cannot lie in the past.'),
  'case.unit-unknown': never(
    422,
    '没有这个单位，或它已经停用。',
    'That unit does not exist or is no longer active.',
  ),
  'case.unit-not-callable': never(
    422,
    '主办单位只能请部门和街道协办，不能请社区或自己的下级。要社区做的事，由派单人安排，或先过准入。',
    'A unit that leads can call in departments and subdistricts, but no community and nobody below itself. What a community is to do comes from whoever dispatches, or through the gate.',
  ),
  'case.unit-twice': never(422, '同一个单位选了两次。', 'The same unit was chosen twice.'),
  'case.one-lead': never(422, '请选定一个主办单位。', 'Please choose exactly one lead unit.'),
  'case.item-unknown': never(422, '没有这个事项。', 'That item does not exist.'),
  'case.answer-missing': never(
    422,
    '办的人要先知道：{questions}',
    'Whoever handles it has to know first: {questions}',
  ),
  'case.not-named': never(
    403,
    '只有指定的调解员可以做这一步。',
    'Only the mediator who is named can do this.',
  ),
  'case.person-recused': never(
    409,
    '这位调解员已经回避或被更换，请另选一位。',
    'This mediator withdrew or was replaced. Please choose another one.',
  ),
  'case.person-unknown': never(
    422,
    '这个单位没有这位调解员，或已经离岗。',
    'Nobody of this unit holds that post now.',
  ),
  'case.party-phone-twice': never(
    422,
    '两位当事人不能留同一个电话：各人只看自己的。',
    'Two parties cannot leave the same number: each has a way in of their own.',
  ),
  'case.no-mediators': never(
    409,
    '这个社区还没有人民调解委员会，不能建议调解。',
    'This community has no mediation committee: a mediation cannot be suggested.',
  ),
  'case.parties-missing': never(
    422,
    '这一类事要写明当事人，至少 {least} 位。',
    'This kind of matter needs its parties, at least {least}.',
  ),
  'case.not-the-initiator': never(
    403,
    '只有发起单位可以做这一步。',
    'Only the unit that started it can do this.',
  ),
  'case.decider-is-asker': never(
    403,
    '自己提出的申请不能由自己决定，请换一位同事。',
    'Whoever asked may not decide. Another colleague has to.',
  ),
  'case.decider-is-sender': never(
    403,
    '派单的人不能裁定对派单的异议，请换一位同事。',
    'Whoever sent it there may not decide the objection. Another colleague has to.',
  ),
  'case.children-open': never(
    409,
    '这件事下面还有没办结的子事项，要等它们办结。',
    'Matters that hang on this one are still open. It ends after them.',
  ),
  'case.parent-closed': never(
    409,
    '那件事已经办结，不能再挂子事项。',
    'That matter is closed, so nothing can be hung on it any more.',
  ),
  'case.parent-needed': never(
    422,
    '这一类要从一件已经生效的决议里交办，请从那件事的页面开始。',
    'This is set from a decision that is in force. Please begin on the page of that matter.',
  ),
  'case.parent-unfit': never(
    409,
    '那件事现在不在可以这样做的阶段。',
    'That matter is not at a stage where this can be done.',
  ),
  'case.proof-missing': never(
    401,
    '请先用短信验证码确认手机号。',
    'Please confirm your mobile number with the code first.',
  ),
  'case.raised-already': never(
    409,
    '您对这件事的异议已经登记，正在答复中。',
    'Your objection is registered already and is being answered.',
  ),
  'case.public-personal': never(
    422,
    '这段话会公开，里面有电话、证件号、车牌或门牌，请去掉以后再提交。',
    'These words will be public and hold a number of a person, a plate or a door. Please take it out and send again.',
  ),
  'case.still-open-to-reopen': never(
    409,
    '这件事还能直接要求重新办理，不用另外反映。',
    'This matter can still be reopened; there is no need to raise it again.',
  ),
  'case.time-not-over': never(409, '这一步的时间还没有到。', 'The time of this step is not over yet.'),
  'case.too-soon': never(409, '一天之内已经做过一次了。', 'This was already done within the last day.'),
  'case.date-too-far': never(422, '日期最多到{days}天以后。', 'The date can be at most {days} days ahead.'),
  'case.other-unfit': never(
    409,
    '那件事已经办结、已并入别的事，或不是同一类，不能合并。',
    'That matter is closed, joined with another, or of another kind, so they cannot be joined.',
  ),
  'case.recused': never(
    403,
    '您已在这件事上申请回避，请同事来办。',
    'You withdrew from this matter for an interest of your own. A colleague has to act.',
  ),
  'case.not-asked': never(403, '这件事问的不是您的单位。', 'It is not your unit that was asked.'),
  'case.unit-withdrew': never(
    403,
    '您的单位已在这件事上回避，请别的单位来办。',
    'Your unit withdrew from this matter for an interest of its own. Another unit has to act.',
  ),
  'case.not-the-holder': never(
    403,
    '这件事不在您的单位，不用申请回避。',
    'Your unit does not have this matter, so there is nothing to withdraw from.',
  ),
  'case.not-the-lead': never(403, '只有主办单位可以这样做。', 'Only the unit that leads can do this.'),
  'case.unit-recused': never(
    409,
    '选定的单位已在这件事上申请回避，请另选单位。',
    'A chosen unit withdrew from this matter. Please choose another.',
  ),
  'case.top-rung': never(409, '这件事已经到了区级。', 'This matter is already with the district.'),
  'case.flag-missing': never(409, '没有等待决定的{flag}。', 'Nothing waits to be decided: {flag}.'),
  'case.flag-there': never(409, '已经有过{flag}，不能再来一次。', 'It cannot be done again: {flag}.'),
  'case.choice-invalid': never(422, '请选择：{choice}。', 'Please choose: {choice}.'),
  'case.assignment-unknown': never(
    409,
    '这个单位现在不在等待决定的状态。',
    'That unit is not waiting for this decision now.',
  ),
  'case.code-wrong': never(
    422,
    '到场码不对，请再看一遍对方出示的六位数字。',
    'The code is not right. Please look again at the six digits that the other side shows.',
  ),
  'case.tally-unfit': never(
    422,
    '票数对不上：赞成不能多于参加，参加不能多于应到。',
    'The numbers do not fit: no more in favour than present, no more present than entitled.',
  ),
  'case.own-unit': never(
    422,
    '自己的单位不用吹哨，请选别的单位。',
    'There is no need to call your own unit. Please choose others.',
  ),
  'case.unit-not-late': never(409, '这个单位的时限还没有到。', 'The time of that unit is not over yet.'),
  'case.duty-unknown': never(
    422,
    '现行的职责清单里没有这一条，请重新选择。',
    'No duty list in force here has this entry. Please choose again.',
  ),
  'case.code-locked': later(
    429,
    '到场码输错太多次了，请过十分钟再试。',
    'Too many wrong codes. Please try again in ten minutes.',
  ),
  'case.admission-needed': never(
    422,
    '向社区派任务，请先选一项已经通过准入的申请。',
    'A task is placed on a community only by an admission of the gate. Please choose one.',
  ),
  'case.not-admitted': never(
    409,
    '这项申请没有通过准入、不在有效期，或这个社区没有接。',
    'The gate did not admit this, it is not in force now, or this community did not take it on.',
  ),
  'case.admission-used': never(
    409,
    '这个社区这一期已经派过了，准入的次数用完了。',
    'This community has it already for this period: the gate admitted it no more often.',
  ),
  'case.score-unfit': never(422, '请给每一项打分（1 到 5）。', 'Please rate every aspect, from 1 to 5.'),
  'case.not-your-assignment': never(
    409,
    '这件事没有派给您的单位，或您的单位已经办完。',
    'This matter is not assigned to your unit, or your unit has finished.',
  ),
} as const
