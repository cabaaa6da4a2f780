import {
  PERMISSION_NAMES,
  PURPOSES,
  type Reach,
  ROLES,
  ROUTES,
  ruleOf,
} from '../../packages/contract/src/index.ts'
import { code, codes, GENERATED, table } from './markdown.ts'

/** In words what the two interpreters of the table do: kernel/permit.ts and contract/src/reach.ts. */
const REACHES: Readonly<Record<Reach, string>> = {
  own: 'the one matter that the requester follows',
  unit: "rows that the post's unit owns or has an assignment of",
  subtree: 'rows whose place lies within the place of the post',
  everyone: 'no limit within the tenant',
}

const staffRoles = ROLES.filter((role) => role !== 'anyone' && role !== 'requester')

/** The permission table as people read it: permission × role × reach. */
export function permissionPage(): string {
  const routesOf = (permission: string) =>
    ROUTES.filter((route) => route.permit === permission).map((route) => route.id)
  const meanings = PERMISSION_NAMES.map((permission) => {
    const { zh, en } = ruleOf(permission)
    return [code(permission), zh, en, codes(routesOf(permission))]
  })
  const matrix = PERMISSION_NAMES.map((permission) => {
    const { roles } = ruleOf(permission)
    return [code(permission), ...ROLES.map((role) => roles[role]?.join(', ') ?? '')]
  })
  return `${[
    GENERATED,
    '# Permissions',
    'Rights come from posts, never from accounts. One table in `packages/contract/src/permissions.ts` says what each role may do and how far it reaches. An empty cell is a refusal; outside of reach the answer is 404.',
    '## Reach',
    table(
      ['Reach', 'Rows'],
      Object.entries(REACHES).map(([reach, rows]) => [code(reach), rows]),
    ),
    '## Permission × role × reach',
    `${code('anyone')} holds for everybody, signed in or not; ${code('requester')} for whoever follows a matter with its number. The other ${staffRoles.length} are roles of posts. The system acts through named jobs and asks no role.`,
    table(['Permission', ...ROLES.map(code)], matrix),
    '## What each permission is for',
    'Moves of a case ask further permissions than their route does: see [kinds/](kinds/request.md).',
    table(['Permission', '中文', 'English', 'Routes'], meanings),
    '## Purposes',
    "Why a member of staff looks at a person's data: a closed list, sent in `X-Purpose`. Without one, people are masked.",
    table(
      ['Purpose', '中文', 'English'],
      Object.entries(PURPOSES).map(([purpose, { zh, en }]) => [code(purpose), zh, en]),
    ),
  ].join('\n\n')}\n`
}
