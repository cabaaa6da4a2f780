import { ERRORS, PERMISSIONS, type Route } from '@lianxin/contract'

const asText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * The API for people: one page without scripts, from the same descriptors as the OpenAPI document. Readers of that
 * document bring their own viewer; the usual ones load code and fonts from elsewhere, which our policy refuses.
 */
export function apiDocsPage(routes: readonly Route[]): string {
  const groups = Map.groupBy(routes, (route) => route.id.split('.')[0] ?? 'api')
  const nav = [...groups]
    .map(([name, list]) => `<li><a href="#${name}">${name}</a> <small>${list.length}</small></li>`)
    .join('')
  const body = [...groups]
    .map(([name, list]) => `<section id="${name}"><h2>${name}</h2>${list.map(operation).join('')}</section>`)
    .join('')
  const errors = Object.entries(ERRORS)
    .map(
      ([code, { status, retry, zh, en }]) =>
        `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${retry}</td><td lang="zh-CN">${asText(zh)}</td><td>${asText(en)}</td></tr>`,
    )
    .join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Lianxin 连心 API</title><style>${STYLE}</style></head><body>
<header><h1>Lianxin 连心 API</h1><p>Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>.
Times are Unix milliseconds (UTC). Lists page by cursor: send <code>next</code> back as <code>cursor</code>.
A command carries an <code>Idempotency-Key</code> (a UUIDv7 made once per draft): the same key again gets the same outcome.
A command on an existing matter carries <code>expectedVersion</code>; a stale one is refused as <code>case.changed</code>.
Staff sign in with <code>POST /api/auth/sign-in/username</code> and use the cookie; requesters get theirs from <code>POST /api/follow</code>.
Personal data is shown masked until <code>X-Purpose</code> names why it is read.</p></header>
<nav aria-label="Groups"><ul>${nav}<li><a href="#errors">errors</a></li></ul></nav>
<main>${body}<section id="errors"><h2>errors</h2><p>Every refusal is <code>application/problem+json</code> (RFC 9457) with one of these codes.</p>
<div class="wide" tabindex="0" role="region" aria-label="Errors"><table><thead><tr><th>Code</th><th>Status</th><th>Retry</th><th>中文</th><th>English</th></tr></thead><tbody>${errors}</tbody></table></div></section></main></body></html>`
}

function operation(route: Route): string {
  const { zh, en } = PERMISSIONS[route.permit]
  const parts = [
    schema('Path', route.params),
    schema('Query', route.query),
    schema('Body', route.body),
    schema('Answer', route.media ? undefined : route.response),
  ].join('')
  const marks = [
    route.command ? 'Idempotency-Key' : '',
    route.purpose ? `X-Purpose ${route.purpose}` : '',
    route.media ?? '',
    route.ratePerMinute ? `${route.ratePerMinute}/min` : '',
  ].filter(Boolean)
  return `<article id="${route.id}"><h3><b class="${route.method.toLowerCase()}">${route.method}</b> <code>${asText(route.path)}</code></h3>
<p>${asText(route.summary)}.</p><p class="fine">Permission <code>${route.permit}</code> · ${asText(en)} · <span lang="zh-CN">${asText(zh)}</span>${marks.map((mark) => ` · ${asText(mark)}`).join('')}</p>${parts}</article>`
}

const schema = (name: string, value: unknown) =>
  value === undefined
    ? ''
    : `<details><summary>${name}</summary><pre tabindex="0">${asText(JSON.stringify(value, null, 2))}</pre></details>`

const STYLE = `:root{color-scheme:light dark;--ink:#1d2329;--ground:#faf8f5;--line:#d8d3cb;--teal:#0f5c6e}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--ground:#15191d;--line:#3a4148;--teal:#7cc7d8}}
body{margin:0 auto;max-width:72rem;padding:1.5rem;font:15px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--ground)}
a{color:var(--teal)}nav ul{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;padding:0;list-style:none}article{border-top:1px solid var(--line);padding:.75rem 0}
h2{margin-top:2.5rem}h3{margin:.25rem 0;font-size:1rem}h3 b{display:inline-block;min-width:3.5rem;color:var(--teal)}.fine{font-size:.9em}
pre,.wide{overflow:auto;max-height:28rem;border:1px solid var(--line);border-radius:6px;padding:.75rem;font-size:13px}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}`
