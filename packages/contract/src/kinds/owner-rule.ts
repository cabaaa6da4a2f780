/** Who must act next. Every open state names one and a clock, so that nothing is ever nobody's. */
export type OwnerRule =
  /** The committee of the place; one rung higher for each step that the matter climbed. */
  | 'community'
  | 'dispatcher'
  | 'leadUnit'
  | 'verifier'
  | 'finder'
  /** The unit above the dispatcher: it decides about what the dispatcher did. */
  | 'superior'
  /** The unit of the post that reported it. */
  | 'initiator'
  /** The district's command centre. */
  | 'district'
  /** The office of the burden gate (准入). */
  | 'gate'
  /** The committee of the place that mediates disputes (人民调解委员会). */
  | 'mediators'
  /** Whoever has it in the present state: asked where the district asks back. */
  | 'holder'
  /** The unit that the move is about: asked where the district asks one of several back. */
  | 'about'
