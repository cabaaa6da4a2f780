/** What of a gate request is shown: itself, the form to change it, or what communities sent. */
export interface GateShow {
  readonly show?: 'edit' | 'answers'
}

export const readGateShow = ({ show }: Record<string, unknown>): GateShow =>
  show === 'edit' || show === 'answers' ? { show } : {}
