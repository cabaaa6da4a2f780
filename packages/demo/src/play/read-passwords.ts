import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Passwords as the demonstration keeps them: one for each printed account, and one for all others. */
export function readPasswords(folder: string): (username: string) => string | undefined {
  const read = (name: string): Record<string, string> => {
    try {
      return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>
    } catch {
      throw new Error(
        `${join(folder, name)} cannot be read: start the demonstration once, and name its keys with --accounts. (A data folder of an earlier version has no cast: begin with a new one.)`,
      )
    }
  }
  const [own, cast] = [read('demo-accounts.json'), read('demo-cast.json')]
  return (username) => own[username] ?? cast['*']
}
