import type { MapColours } from './map-style.ts'

const TOKENS = {
  ground: '--surface-sunk',
  land: '--map-land',
  line: '--map-line',
  street: '--map-street',
  compound: '--map-compound',
  building: '--map-building',
  ink: '--ink',
  quiet: '--ink-quiet',
  action: '--action',
  tint: '--action-tint',
} as const satisfies Record<keyof MapColours, string>

/** Reads the tokens as they are painted inside `within`: the canvas of a map knows no custom properties. */
export const mapColours = (within: HTMLElement): MapColours => {
  const probe = document.createElement('span')
  within.append(probe)
  const colourOf = (token: string): string => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const colours = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, colourOf(token)]))
  probe.remove()
  return colours as unknown as MapColours
}

/** Calls back when light becomes dark or the other way round, by the person or by the system. */
export const onColoursChange = (changed: () => void): (() => void) => {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const chosen = new MutationObserver(changed)
  system.addEventListener('change', changed)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', changed)
    chosen.disconnect()
  }
}
