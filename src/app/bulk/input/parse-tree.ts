import type { Parser, SyntaxNode, Tree } from '@lezer/common'
import type { YieldToMain } from '../yield-to-main'

/** Parses a text with a grammar, in slices. Whatever the text is, there is a tree: faults are nodes of it. */
export const parseTree = async (
  parser: Parser,
  text: string,
  yieldToMain: YieldToMain,
): Promise<Tree> => {
  const parse = parser.startParse(text)
  for (;;) {
    const tree = parse.advance()
    if (tree !== null) return tree
    const pause = yieldToMain()
    if (pause !== undefined) await pause
  }
}

export function* childrenOf(node: SyntaxNode): Generator<SyntaxNode, void> {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) yield child
}

/** Tells the line, from 1, at which an offset stands. */
export const lineFinder = (text: string) => {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at)
  return (offset: number): number => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
