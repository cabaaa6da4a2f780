import { ERRORS, type ErrorEntry, type Retry } from '../../packages/contract/src/index.ts'
import { code, GENERATED, table } from './markdown.ts'

const RETRIES: Readonly<Record<Retry, string>> = {
  never: 'the same request can never go well',
  'same-key': 'send again with the same `Idempotency-Key`',
  later: 'wait, then send again',
}

/** Every refusal and fault of the API, as the catalogue has them. */
export function errorPage(): string {
  const rows = Object.entries<ErrorEntry>(ERRORS).map(([name, { status, retry, zh, en }]) => [
    code(name),
    String(status),
    code(retry),
    zh,
    en,
  ])
  return `${[
    GENERATED,
    '# Errors',
    'Every refusal is `application/problem+json` (RFC 9457) with `code`, `title`, `status`, `retry`, `instance` (the id in the log) and, for wrong input, `fields`. The title comes in English when `Accept-Language` begins with `en`, otherwise in Chinese. `urn:lianxin:problem:<code>` is the `type`.',
    '`retry` tells a client what to do:',
    table(
      ['Retry', 'Meaning'],
      Object.entries(RETRIES).map(([retry, meaning]) => [code(retry), meaning]),
    ),
    table(['Code', 'Status', 'Retry', '中文', 'English'], rows),
  ].join('\n\n')}\n`
}
