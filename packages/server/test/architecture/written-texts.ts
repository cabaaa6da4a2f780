import { type Node, parseSync, Visitor } from 'oxc-parser'

/** A string or template of a TypeScript file; what stands in `${…}` is shown as `${…}`. */
export interface WrittenText {
  readonly text: string
  readonly line: number
}

export const lineAt = (source: string, offset: number): number => source.slice(0, offset).split('\n').length

/** All strings and templates of a file: where SQL can be. */
export function writtenTexts(path: string, source: string): readonly WrittenText[] {
  const found: WrittenText[] = []
  const add = (node: Node, text: string) => found.push({ text, line: lineAt(source, node.start) })
  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string') add(node, node.value)
    },
    TemplateLiteral(node) {
      add(node, node.quasis.map((quasi) => quasi.value.cooked ?? '').join('${…}'))
    },
  }).visit(parseSync(path, source).program)
  return found
}
