interface RouteShape {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly permit?: string | undefined
  readonly command?: true | undefined
  readonly params?: object | undefined
  readonly response?: object | undefined
}

function propertiesOf(schema: object | undefined): readonly string[] {
  const properties = schema !== undefined && 'properties' in schema ? schema.properties : undefined
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

function faultsOf(route: RouteShape, permissions: readonly string[]): readonly string[] {
  const { id, method, path, permit, command, params, response } = route
  const inPath = [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '').sort()
  const inSchema = [...propertiesOf(params)].sort()
  return [
    ...(permit !== undefined && permissions.includes(permit) ? [] : [`${id} has no permit that exists`]),
    ...(response === undefined ? [`${id} has no response schema`] : []),
    ...(path.startsWith('/api/') ? [] : [`${id} lies outside of /api/`]),
    ...(command && method === 'GET' ? [`${id} changes something although it is a GET`] : []),
    ...(inPath.join() === inSchema.join()
      ? []
      : [`${id}: the path has (${inPath}), the schema (${inSchema})`]),
  ]
}

/** What is wrong with the list of routes, as sentences. */
export const routeFaults = (
  routes: readonly RouteShape[],
  permissions: readonly string[],
): readonly string[] => [
  ...routes.flatMap((route) => faultsOf(route, permissions)),
  ...repeated(routes.map((route) => route.id)).map((id) => `${id} is the name of two routes`),
  ...repeated(routes.map(({ method, path }) => `${method} ${path}`)).map((it) => `${it} stands twice`),
]
