import { catalogueRoutes } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { departmentNames } from '../../org/index.ts'
import { itemsInForce } from './look-up-items.ts'

/** The catalogue as residents read it: what can be raised, who handles it and by when. */
export const listItems = query<typeof catalogueRoutes.items>({
  route: catalogueRoutes.items,
  permit: 'public.read',
  async view(tx) {
    const names = await departmentNames(tx)
    const items = await itemsInForce(tx)
    const answer = items.map(({ major: _, leadUnit, keywords, kinds, questions, ...item }) => {
      const unit = names.get(leadUnit)
      const lists = { keywords: [...keywords], kinds: [...kinds], questions: [...questions] }
      return { ...item, ...lists, leadUnitName: unit?.name ?? null, leadUnitNameEn: unit?.nameEn ?? null }
    })
    return { answer, subjects: [] }
  },
})
