import { expect, test } from 'vitest'
import { mayCallIn, type UnitKind } from './unit-kinds.ts'

const unit = (id: string, kind: UnitKind, parentId: string | null) => ({ id, kind, parentId })
const TREE = [
  unit('centre', 'commandCentre', null),
  unit('housing', 'department', 'centre'),
  unit('heating', 'department', 'centre'),
  unit('heatingNorth', 'department', 'heating'),
  unit('street', 'subdistrict', 'centre'),
  unit('otherStreet', 'subdistrict', 'centre'),
  unit('streetSquad', 'department', 'street'),
  unit('squadTeam', 'department', 'streetSquad'),
  unit('community', 'community', 'street'),
  unit('mediators', 'mediationCommittee', 'community'),
  unit('gate', 'gateOffice', 'centre'),
]
const calledBy = (leadId: string) => TREE.filter((one) => mayCallIn(leadId, one, TREE)).map(({ id }) => id)

test('whoever leads calls in departments and offices, never a community and nobody below itself', () => {
  const all = ['housing', 'heating', 'heatingNorth', 'street', 'otherStreet', 'streetSquad', 'squadTeam']
  expect(calledBy('housing')).toEqual(all)
  expect(calledBy('community')).toEqual(all)
  expect(calledBy('heating')).toEqual(all.filter((id) => id !== 'heatingNorth'))
  expect(calledBy('street')).toEqual(all.filter((id) => id !== 'streetSquad' && id !== 'squadTeam'))
})
