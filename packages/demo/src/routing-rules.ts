import { ALWAYS, type RoutingRule } from '@lianxin/contract'
import { MODEL_COMMUNITY_CODE } from './district-geometry.ts'
import { stableId } from './stable-id.ts'

const rule = (
  name: string,
  when: Partial<RoutingRule['when']>,
  lead: string,
  ...coHandlers: string[]
): RoutingRule => ({ id: stableId('rule', name), when: { ...ALWAYS, ...when }, lead, coHandlers })

/** Rules that a district might have: each says what the catalogue alone cannot, by time, by place, or for several units at once. */
export const ROUTING_RULES: readonly RoutingRule[] = [
  rule(
    'night building',
    { items: ['03080'], hours: { from: '22:00', to: '06:00' } },
    'urbanManagement',
    'environment',
    'subdistrict',
  ),
  rule('stalls after hours', { items: ['05001'], day: 'afterHours' }, 'urbanManagement', 'subdistrict'),
  rule(
    'burst in frost',
    { items: ['12081'], season: { from: '11-01', to: '03-31' } },
    'water',
    'municipal',
    'community',
  ),
  rule('open manhole', { items: ['13082'] }, 'municipal', 'community'),
  rule(
    'parked on days off',
    { items: ['05002'], places: [MODEL_COMMUNITY_CODE.slice(0, 9)], day: 'restDay' },
    'subdistrict',
    'community',
  ),
]
