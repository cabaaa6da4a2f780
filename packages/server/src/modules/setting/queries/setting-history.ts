import { neverBegan, type SettingDecision, settingOf, settingRoutes } from '@lianxin/contract'
import { readContent } from '../../../kernel/content.ts'
import { query } from '../../../kernel/query.ts'
import { postTitles } from '../../org/index.ts'
import { completed, versionsOf } from './look-up-settings.ts'

/** Every version of a rule, newest first, down to the one that the house starts with. */
export const settingHistory = query<typeof settingRoutes.history>({
  route: settingRoutes.history,
  permit: 'setting.view',
  async view(tx, _permit, { params: { name } }) {
    const versions = await versionsOf(tx, name)
    const reasons = await readContent(
      tx,
      versions.flatMap((row) => row.reasonId ?? []),
    )
    const titles = await postTitles(
      tx,
      versions.flatMap((row) => row.decidedPost ?? []),
    )
    const decided = versions.map((row): SettingDecision => {
      const post = row.decidedPost ? titles.get(row.decidedPost) : undefined
      return {
        version: row.version,
        effectiveFrom: row.effectiveFrom,
        value: completed(name, row.value),
        decidedAt: row.decidedAt,
        decidedBy: post ? { zh: post.title, en: post.titleEn } : null,
        reason: row.reasonId ? (reasons.get(row.reasonId) ?? null) : null,
        replaced: neverBegan(row, versions),
      }
    })
    const first: SettingDecision = {
      ...{ version: 0, effectiveFrom: null, value: settingOf(name).initial },
      ...{ decidedAt: null, decidedBy: null, reason: null, replaced: false },
    }
    return { answer: [...decided.toReversed(), first], subjects: [] }
  },
})
