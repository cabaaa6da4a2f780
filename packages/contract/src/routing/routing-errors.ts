import { type ErrorEntry, never } from '../error-entry.ts'

/** Refusals of decisions on who gets which matter. */
export const routingErrors = {
  'routing.changed': never(
    409,
    '别人刚刚改过派单规则草稿，请看最新的再改。您填的还在。',
    'Someone has just changed the draft of the rules. Please look at the latest; what you entered is kept.',
  ),
  'routing.no-draft': never(
    409,
    '现在没有草稿，请先改规则并保存。',
    'There is no draft at present. Please change the rules and save them first.',
  ),
  'routing.not-simulated': never(
    409,
    '这份草稿还没有用以前的事件试算过，请先试算再生效。',
    'This draft has not been tried on past matters yet. Please simulate it before putting it into force.',
  ),
  'routing.simulation-period': never(
    422,
    '一次最多试算 {days} 天，要从最近两年里、现在以前的一天开始。',
    'At most {days} days are simulated at once, and they begin within the last two years, not in the future.',
  ),
  'routing.too-many-matters': never(
    422,
    '这段时间的事件超过 {most} 件，一次算不完。请选短一些的时间。',
    'There are more than {most} matters in this time, too many for one simulation. Please choose a shorter time.',
  ),
  'routing.dead-ends': never(
    409,
    '有规则指向已经没有的单位、事项或地点，改好后再生效：{rules}。',
    'Rules name units, items or places that are no longer there. Please mend them first: {rules}.',
  ),
  'routing.same': never(
    409,
    '和现在生效的规则一样，没有需要改的。',
    'These are the rules in force already: nothing to change.',
  ),
} as const satisfies Readonly<Record<string, ErrorEntry>>
