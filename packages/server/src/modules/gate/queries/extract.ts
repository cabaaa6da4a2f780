import { CSV_BYTE_ORDER_MARK, csvRow, elementByCode, type GateExtract, gateRoutes } from '@lianxin/contract'
import type { Holding } from '../../../kernel/holding.ts'
import { query } from '../../../kernel/query.ts'
import { ensure } from '../../../kernel/refused.ts'
import { sheetAnswer } from '../../../kernel/sheet-answer.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { communityUnits } from '../../org/index.ts'
import { placeNames } from '../../place/index.ts'
import { forAsker, heldOf, mayBeHanded } from './known-of.ts'

/** What is held of all communities. @throws Refused `not-found` for an element that is not held or not handed out */
async function extractOf(tx: Tx, holdings: readonly Holding[], wanted: string): Promise<GateExtract> {
  const codes = [...new Set(wanted.split(','))]
  ensure(codes.every(mayBeHanded), { refusal: 'not-found' })
  const communities = (await communityUnits(tx)).map(({ placeCode }) => placeCode)
  const names = await placeNames(tx, communities)
  const valuesOf = await heldOf(tx, holdings, communities)
  return {
    elements: codes.flatMap((code) => {
      const element = elementByCode(code)
      return element?.held ? [{ code, name: element.name, ...element.held }] : []
    }),
    rows: communities.map((communityCode) => {
      const held = valuesOf(communityCode)
      return {
        communityCode,
        name: names.get(communityCode)?.name ?? communityCode,
        values: codes.map((code) => forAsker(code, held[code])),
      }
    }),
  }
}

/** Instead of asking: what the house holds already. */
export const showExtract = (holdings: readonly Holding[]) =>
  query<typeof gateRoutes.extract>({
    route: gateRoutes.extract,
    permit: 'gate.ask',
    view: async (tx, _permit, { query: { elements } }) => ({
      answer: await extractOf(tx, holdings, elements),
      subjects: [],
    }),
  })

export const extractFile = (holdings: readonly Holding[]) =>
  query<typeof gateRoutes.extractFile>({
    route: gateRoutes.extractFile,
    permit: 'gate.ask',
    async view(tx, _permit, { query: { elements } }) {
      const extract = await extractOf(tx, holdings, elements)
      const head = [
        '社区代码 Code',
        '社区 Community',
        ...extract.elements.map(({ name }) => `${name.zh} ${name.en}`),
      ]
      const lines = extract.rows.map(({ communityCode, name, values }) =>
        csvRow([communityCode, name, ...values.map((value) => value ?? '')]),
      )
      const csv = CSV_BYTE_ORDER_MARK + csvRow(head) + lines.join('')
      return { answer: sheetAnswer('extract.csv', csv), subjects: [] }
    },
  })
