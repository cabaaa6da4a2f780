import type { DemoAccountLine } from './demo-district.ts'
import type { Config } from './platform/config.ts'

/** Tells whoever started the server where it is and, in the demonstration, with which accounts to try it. */
export function printAccounts(
  say: (line: string) => void,
  config: Config,
  url: string,
  accounts: readonly DemoAccountLine[],
): void {
  say('')
  say(`Lianxin 连心 is ready: ${url}`)
  if (accounts.length === 0) return
  say('')
  say('Accounts of this demonstration (made for this data folder only; sign in at /sign-in):')
  for (const { username, password, title, titleEn } of accounts) {
    say(`  ${username.padEnd(22)} ${password}   ${title} · ${titleEn}`)
  }
  say('')
  say(
    `They are kept in ${config.DATA_DIR}/keys/demo-accounts.json. Messages to residents appear at ${url}/demo/messages.`,
  )
}
