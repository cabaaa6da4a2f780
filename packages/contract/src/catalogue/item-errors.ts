import { type ErrorEntry, never } from '../error-entry.ts'

/** Refusals of decisions on the item catalogue. */
export const itemErrors = {
  'catalogue.sheet-outdated': never(
    409,
    '您看过以后，事项或升级步骤又有改动。这份表格还没有导入，请再看一次每一行会怎样。',
    'Items or ladders have changed since you looked. Nothing of the sheet was taken in; please look again at what becomes of each row.',
  ),
  'catalogue.changed': never(
    409,
    '别人刚刚改过这个事项，请看最新一版后再改。您填的还在。',
    'Someone has just changed this item. Please look at the latest version; what you entered is kept.',
  ),
  'catalogue.provincial': never(
    403,
    '省级目录里的事项不能在区里改，只能另加区里自己的事项。',
    'Items of the provincial catalogue are not edited here; the district adds items of its own.',
  ),
  'catalogue.in-use': never(
    409,
    '还有 {count} 件没有办结的事用着这个事项：{numbers}。办结或改派事项后再停用。',
    'Open matters are still about this item ({count}): {numbers}. It can end once they are closed or given another item.',
  ),
  'catalogue.asked-for': never(
    409,
    '事项 {items} 的提问会转到这个事项，先改那里再停用。',
    'A question of item {items} leads to this one. Change that first.',
  ),
  'catalogue.not-there': never(409, '这个事项已经停用。', 'This item has ended already.'),
  'catalogue.sheet-refused': never(
    422,
    '有 {refused} 行不能导入，所以一行也没有导入。请按报告改好后再试。',
    'Rows that cannot be taken in: {refused}. So none was. Please mend them as the report says and try again.',
  ),
} as const satisfies Readonly<Record<string, ErrorEntry>>
