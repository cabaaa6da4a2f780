import { DistrictFile, UNIT_KIND_OF_ROLE } from '@lianxin/contract'
import { Ajv } from 'ajv'

const ajv = new Ajv({ allErrors: true, strict: false }).addVocabulary(['x-personal', 'x-sensitive'])
const fits = ajv.compile<DistrictFile>(DistrictFile)

/** What is wrong with a described district, a sentence each; empty when it can be set up. `known`: codes of the national list. */
export function districtFaults(file: unknown, known: ReadonlySet<string>): readonly string[] {
  if (!fits(file))
    return (fits.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || 'the file'} ${message}${params['additionalProperty'] ? `: ${params['additionalProperty']}` : ''}.`,
    )
  return [...placeFaults(file, known), ...unitFaults(file, known), ...postFaults(file, known)]
}

function placeFaults({ district, places }: DistrictFile, known: ReadonlySet<string>): readonly string[] {
  const seen = new Set(known)
  return places.flatMap(({ code, parentCode, level, area }) => {
    const faults = [
      ...(code.startsWith(district.code) ? [] : [`Place ${code} lies outside district ${district.code}.`]),
      ...(parentCode !== null && !seen.has(parentCode)
        ? [`Place ${code}: its parent ${parentCode} is not known; put parents first.`]
        : []),
      ...(level === 'grid' && code.length !== 15
        ? [`Grid ${code} needs 15 digits: its community's twelve and three of its own.`]
        : []),
      ...(area ? areaFaults(code, area.coordinates) : []),
    ]
    seen.add(code)
    return faults
  })
}

/** China lies between 73° and 136° E and between 3° and 54° N: no swapped pair of it is one. */
function areaFaults(code: string, coordinates: readonly unknown[]): readonly string[] {
  const pairs = coordinates.flat(3) as readonly unknown[]
  if (pairs.some((number) => typeof number !== 'number' || !Number.isFinite(number)))
    return [`Place ${code}: its area is not made of numbers.`]
  const inChina = pairs.every((number, index) =>
    index % 2 === 0 ? Number(number) > 73 && Number(number) < 136 : Number(number) > 3 && Number(number) < 54,
  )
  return inChina ? [] : [`Place ${code}: its area lies outside China; longitude comes first.`]
}

function unitFaults({ units, places }: DistrictFile, known: ReadonlySet<string>): readonly string[] {
  const seen = new Set<string>()
  const place = new Set([...known, ...places.map(({ code }) => code)])
  const faults = units.flatMap(({ code, parent, placeCode }) => {
    const twice = seen.has(code) ? [`Unit ${code} occurs twice.`] : []
    const orphan =
      parent && !seen.has(parent)
        ? [`Unit ${code}: its parent ${parent} is not known; put parents first.`]
        : []
    seen.add(code)
    return [
      ...twice,
      ...orphan,
      ...(place.has(placeCode) ? [] : [`Unit ${code}: place ${placeCode} is not known.`]),
    ]
  })
  return units.some(({ kind }) => kind === 'commandCentre')
    ? faults
    : [...faults, 'No unit is the command centre: somebody must supervise everybody else.']
}

function postFaults({ posts, units, places }: DistrictFile, known: ReadonlySet<string>): readonly string[] {
  const place = new Set([...known, ...places.map(({ code }) => code)])
  const kindOf = new Map(units.map(({ code, kind }) => [code, kind]))
  const apart = new Map<string, string>(Object.entries(UNIT_KIND_OF_ROLE))
  const seen = new Set<string>()
  return posts.flatMap((post) => {
    const twice = seen.has(post.code) ? [`Post ${post.code} occurs twice.`] : []
    seen.add(post.code)
    const wanted = apart.get(post.role)
    const { acting } = post
    return [
      ...twice,
      ...(acting && !(Date.parse(acting.until) > Date.parse(acting.from))
        ? [`Post ${post.code}: acting ends before it begins.`]
        : []),
      ...(acting && acting.username === post.username
        ? [`Post ${post.code}: nobody acts for themselves.`]
        : []),
      ...(kindOf.has(post.unit) ? [] : [`Post ${post.code}: unit ${post.unit} is not known.`]),
      ...(wanted && kindOf.has(post.unit) && kindOf.get(post.unit) !== wanted
        ? [
            `Post ${post.code}: a ${post.role} belongs in a unit of kind ${wanted}, which has no other matters.`,
          ]
        : []),
      ...(place.has(post.placeCode) ? [] : [`Post ${post.code}: place ${post.placeCode} is not known.`]),
    ]
  })
}
