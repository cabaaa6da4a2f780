import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '../messages/words.ts'
import './dialog.css'

interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons; the next action last, so that it sits under the thumb. */
  readonly actions?: ReactNode
  /** A question that must be answered: closes by its buttons only. */
  readonly firm?: boolean
}

/** A sheet from below on phones, a panel in the middle on desktops. The focus comes back to where it was. */
export const Dialog = ({ title, open, onClose, children, actions, firm = false }: DialogProps) => {
  const t = useWords('ui')
  return (
    <ModalOverlay
      className="lx-scrim"
      isOpen={open}
      onOpenChange={(now) => {
        if (!now) onClose()
      }}
      isDismissable={!firm}
      isKeyboardDismissDisabled={firm}
    >
      <Modal className="lx-modal">
        <AriaDialog className="lx-dialog" role={firm ? 'alertdialog' : 'dialog'}>
          <div className="lx-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!firm && (
              <button
                type="button"
                className="lx-dialog-close"
                aria-label={t('dialog.close')}
                onClick={onClose}
              >
                <X aria-hidden="true" />
              </button>
            )}
          </div>
          <div className="lx-dialog-body">{children}</div>
          {actions && <div className="lx-dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
