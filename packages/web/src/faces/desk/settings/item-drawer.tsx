import type { KeptCatalogue, KeptItem } from '@lianxin/contract/catalogue/item-keeping-routes'
import { Button, Drawer, Popconfirm } from 'antd'
import { useState } from 'react'
import { changesBetween } from '../../../data/changes-between.ts'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { shownVersion } from '../../../features/catalogue/filter-items.ts'
import { draftOf, itemShape } from '../../../features/catalogue/item-shape.ts'
import { useDecideItem, useItemHistory } from '../../../features/catalogue/use-kept-items.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import { ChangeList } from './change-list.tsx'
import { ItemForm } from './item-form.tsx'
import { ItemLadder } from './item-ladder.tsx'
import { RuleValue } from './rule-value.tsx'

interface ItemDrawerProps {
  readonly catalogue: KeptCatalogue
  /** Null: a new one. */
  readonly item: KeptItem | null
  readonly close: () => void
}

/** One item: what it says, its versions, a new one of them, its end. */
export const ItemDrawer = ({ catalogue, item, close }: ItemDrawerProps) => {
  const t = useWords('setting')
  const say = useSay()
  const [editing, setEditing] = useState(item === null)
  const version = item && shownVersion(item)
  const mayChange = catalogue.mayChange && item?.origin !== 'province'
  const leave = () => (item === null ? close() : setEditing(false))
  return (
    <Drawer
      open
      size={720}
      onClose={close}
      title={version ? `${say.name(version)} · ${item.code}` : t('items.add')}
    >
      {editing ? (
        <ItemForm catalogue={catalogue} item={item} done={leave} />
      ) : (
        item &&
        version && (
          <div className="item-panel">
            {item.origin === 'province' && <p className="desk-quiet">{t('items.provincial')}</p>}
            <RuleValue shape={itemShape(catalogue)} value={draftOf(version)} label={say.name(version)} />
            {mayChange && <Tools item={item} edit={() => setEditing(true)} done={close} />}
            <ItemLadder code={item.code} version={version} />
            <History catalogue={catalogue} code={item.code} />
          </div>
        )
      )}
    </Drawer>
  )
}

interface ToolsProps {
  readonly item: KeptItem
  readonly edit: () => void
  readonly done: () => void
}

const Tools = ({ item, edit, done }: ToolsProps) => {
  const t = useWords('setting')
  const [commandId] = useState(() => uuidV7())
  const decide = useDecideItem(done)
  const { code, latestVersion } = item
  return (
    <>
      <div className="rule-actions">
        <Button type="primary" onClick={edit}>
          {item.present?.ended ? t('items.again') : t('edit')}
        </Button>
        {!item.present?.ended && (
          <Popconfirm
            title={t('items.endSure')}
            description={t('items.endMore')}
            okText={t('items.end')}
            cancelText={t('cancel')}
            onConfirm={() =>
              decide.mutate({ code, seenVersion: latestVersion, effectiveFrom: null, commandId })
            }
          >
            <Button danger loading={decide.isPending}>
              {t('items.end')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {decide.error && <Problem error={decide.error} />}
    </>
  )
}

const History = ({ catalogue, code }: { readonly catalogue: KeptCatalogue; readonly code: string }) => {
  const t = useWords('setting')
  const say = useSay()
  const history = useItemHistory(code)
  const versions = history.data ?? []
  const shape = itemShape(catalogue)
  return (
    <section aria-labelledby="item-history">
      <h2 id="item-history">{t('history.heading')}</h2>
      {history.error && <Problem error={history.error} again={() => void history.refetch()} />}
      <ol className="rule-history" reversed>
        {versions.map((version, index) => {
          const before = versions[index + 1]
          return (
            <li key={version.version}>
              <p className="rule-decision">
                <strong>{t('version', { version: version.version })}</strong>
                <span>
                  {version.ended ? t('items.endsFrom') : t('since')}
                  <Time at={version.effectiveFrom} as="point" />
                </span>
                <span className="desk-quiet">
                  {version.decidedBy ? say.text(version.decidedBy) : t('history.system')}
                </span>
              </p>
              {before && <ChangeList changes={changesBetween(shape, draftOf(before), draftOf(version))} />}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
