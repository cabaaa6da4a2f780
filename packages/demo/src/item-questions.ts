import type { ItemQuestion } from '@lianxin/contract'

type Choice = readonly [code: string, zh: string, en: string, becomes?: string]

const choose = (code: string, zh: string, en: string, choices: readonly Choice[]): ItemQuestion => ({
  code,
  text: { zh, en },
  required: true,
  choices: choices.map(([name, zhName, enName, becomes]) => ({
    code: name,
    text: { zh: zhName, en: enName },
    becomes: becomes ?? null,
  })),
})
const say = (code: string, zh: string, en: string): ItemQuestion => ({
  code,
  text: { zh, en },
  required: false,
  choices: [],
})

const SINCE = choose('since', '从什么时候开始的？', 'Since when?', [
  ['today', '今天', 'Today'],
  ['days', '这两三天', 'The last two or three days'],
  ['week', '一个星期以上', 'More than a week'],
  ['season', '一供暖就这样', 'Since the heating season began'],
])
const SINCE_HOURS = choose('since', '停了多久了？', 'For how long?', [
  ['hours', '刚停，几个小时', 'A few hours'],
  ['day', '一天左右', 'About a day'],
  ['days', '两天以上', 'Two days or more'],
])
const HOW_MANY = choose('spread', '影响多少人家？', 'How many homes?', [
  ['one', '只有我家', 'Only ours'],
  ['entrance', '整个单元', 'The whole entrance'],
  ['building', '整栋楼或更多', 'The whole building or more'],
])

/** What must be known before anybody can act; an answer may make it a more urgent item. */
export const ITEM_QUESTIONS: Readonly<Record<string, readonly ItemQuestion[]>> = {
  '11080': [
    choose('degrees', '现在屋里大约多少度？', 'About how warm is it inside?', [
      ['below12', '12 度以下', 'Below 12 °C'],
      ['below16', '12 到 15 度', '12 to 15 °C'],
      ['below18', '16、17 度', '16 or 17 °C'],
      ['unmeasured', '没量过，觉得冷', 'Not measured; it feels cold'],
    ]),
    SINCE,
  ],
  '11082': [HOW_MANY],
  '12080': [SINCE_HOURS, HOW_MANY],
  '12082': [
    choose('where', '污水在哪里？', 'Where is the sewage?', [
      ['home', '进了家里', 'Inside a home'],
      ['yard', '在院子或路上', 'In the yard or on the road'],
    ]),
  ],
  '14080': [
    choose('trapped', '现在有人困在电梯里吗？', 'Is anybody trapped inside now?', [
      ['yes', '有人被困', 'Yes, somebody is trapped', '14083'],
      ['no', '没有', 'No'],
    ]),
  ],
  '14083': [
    say('people', '里面几个人？有没有老人孩子、身体不舒服的？', 'How many? Anybody old, small or unwell?'),
  ],
  '15083': [
    choose('last', '上一次见到是什么时候？', 'When was the person last seen?', [
      ['today', '今天', 'Today'],
      ['days', '两三天前', 'Two or three days ago'],
      ['longer', '更久', 'Longer ago'],
    ]),
  ],
  '17080': [SINCE_HOURS, HOW_MANY],
  '17082': [HOW_MANY],
  '13080': [say('pole', '灯杆上有编号的话，是多少？', 'The number on the pole, if there is one')],
  '13081': [
    choose('danger', '有人或车已经摔过、陷过吗？', 'Has anybody fallen, or a car got stuck?', [
      ['yes', '有', 'Yes'],
      ['no', '还没有', 'Not yet'],
      ['collapsing', '还在往下塌', 'It is still sinking', '04001'],
    ]),
  ],
}
