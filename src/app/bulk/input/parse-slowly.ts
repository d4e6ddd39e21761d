import type { Parser, Tree } from '@lezer/common'
import type { YieldToMain } from '../yield-to-main'

/** Parses a text with a grammar, in slices. Whatever the text is, there is a tree: faults are nodes of it. */
export const parseSlowly = async (
  parser: Parser,
  text: string,
  yieldToMain: YieldToMain,
): Promise<Tree> => {
  const parse = parser.startParse(text)
  for (;;) {
    const tree = parse.advance()
    if (tree !== null) return tree
    const rest = yieldToMain()
    if (rest !== undefined) await rest
  }
}
