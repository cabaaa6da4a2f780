import { Modal } from 'antd'
import { useWords } from '../../../messages/words.ts'

const KEYS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['/', 'search'],
  ['1 – 9', 'move'],
  ['Ctrl Enter', 'send'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const

export const KeysDialog = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const t = useWords('desk')
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={420} destroyOnHidden>
      <dl className="keys">
        {KEYS.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
