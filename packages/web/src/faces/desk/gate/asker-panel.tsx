import { gateRoutes } from '@lianxin/contract/gate/gate-routes'
import type { GateView } from '@lianxin/contract/gate/gate-views'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { Send } from 'lucide-react'
import { api } from '../../../data/api-client.ts'
import { useGateCommand } from '../../../features/gate/use-gate.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'

/** The department's own steps: change and submit, take back, end, read what came in. */
export const AskerPanel = ({ view }: { readonly view: GateView }) => {
  const t = useWords('gate')
  const step = useGateCommand((move: 'submit' | 'withdraw' | 'end', commandId) =>
    api(gateRoutes.step, {
      params: { id: view.id },
      body: { expectedVersion: view.version, move },
      commandId,
    }),
  )
  const can = (move: GateView['can'][number]) => view.can.includes(move)
  const reads =
    view.kind === 'form' && (view.state === 'asking' || view.state === 'inForce' || view.state === 'ended')
  const places =
    view.kind === 'assignment' &&
    (view.state === 'asking' || view.state === 'inForce') &&
    view.counts.bound > 0
  if (!can('submit') && !can('withdraw') && !can('end') && !reads && !places) return null
  return (
    <section className="gate-card gate-act" aria-labelledby="gate-asker">
      <h2 id="gate-asker">{t(`asker.heading.${view.state}`)}</h2>
      {can('submit') && (
        <>
          <Link to="/desk/gate/$id" params={{ id: view.id }} search={{ show: 'edit' }}>
            <Button block>{t('asker.edit')}</Button>
          </Link>
          <Button
            type="primary"
            icon={<Send className="desk-icon" aria-hidden="true" />}
            loading={step.isPending && step.variables === 'submit'}
            onClick={() => step.mutate('submit')}
          >
            {t('asker.submit')}
          </Button>
        </>
      )}
      {places && (
        <Link to="/desk/new" search={{ admission: view.id }}>
          <Button type="primary" block>
            {t('asker.place')}
          </Button>
        </Link>
      )}
      {reads && (
        <Link to="/desk/gate/$id" params={{ id: view.id }} search={{ show: 'answers' }}>
          <Button block>{t('asker.answers')}</Button>
        </Link>
      )}
      {(['withdraw', 'end'] as const).filter(can).map((move) => (
        <Popconfirm
          key={move}
          title={t(`asker.${move}Sure`)}
          okText={t(`asker.${move}`)}
          cancelText={t('asker.keep')}
          onConfirm={() => step.mutate(move)}
        >
          <Button type="text" danger loading={step.isPending && step.variables === move}>
            {t(`asker.${move}`)}
          </Button>
        </Popconfirm>
      ))}
      {step.error && <Problem error={step.error} />}
    </section>
  )
}
