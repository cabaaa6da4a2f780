import { orgRoutes } from '@lianxin/contract/org/org-routes'
import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useId } from 'react'
import { queryOf } from '../../../data/api-client.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface CommunityChoiceProps {
  readonly chosen: readonly string[]
  readonly change: (codes: readonly string[]) => void
}

/** The communities that are asked, by subdistrict. */
export const CommunityChoice = ({ chosen, change }: CommunityChoiceProps) => {
  const t = useWords('gate')
  const say = useSay()
  const id = useId()
  const units = useQuery({ ...queryOf(orgRoutes.units, {}), staleTime: 300_000 })
  const communities = (units.data ?? []).filter(({ kind }) => kind === 'community')
  const tree = (units.data ?? [])
    .filter(({ kind }) => kind === 'subdistrict')
    .map((office) => ({
      value: office.placeCode,
      title: say.name(office),
      children: communities
        .filter(({ placeCode }) => placeCode.startsWith(office.placeCode))
        .map((one) => ({ value: one.placeCode, title: say.name(one) })),
    }))
    .filter(({ children }) => children.length > 0)
  return (
    <div className="gate-field">
      <label htmlFor={id}>{t('ask.communities')}</label>
      <TreeSelect
        id={id}
        treeData={tree}
        value={[...chosen]}
        onChange={(value: string[]) => change(value)}
        treeCheckable
        allowClear
        showCheckedStrategy={TreeSelect.SHOW_CHILD}
        treeNodeFilterProp="title"
        maxTagCount={6}
        loading={units.isPending}
        placeholder={t('ask.communitiesHint')}
      />
      <button
        type="button"
        className="gate-plain"
        onClick={() => change(communities.map(({ placeCode }) => placeCode))}
      >
        {t('ask.communitiesAll', { count: communities.length })}
      </button>
    </div>
  )
}
