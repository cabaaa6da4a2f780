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
