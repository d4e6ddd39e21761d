import type { YieldToMain } from '../yield-to-main'

/**
 * Finds a name that stands twice in one object of a valid JSON text: `JSON.parse` keeps the last of them and says
 * nothing.
 */
export const repeatedName = async (
  json: string,
  yieldToMain: YieldToMain,
): Promise<{ name: string; line: number } | undefined> => {
  const open: Set<string>[] = []
  for (const match of json.matchAll(/[{}[\]]|"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    const rest = yieldToMain()
    if (rest !== undefined) await rest
    const [token, colon] = match
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (colon !== undefined) {
      const name = token.slice(0, -colon.length)
      // Compared as they mean, not as they are written: "A" and "\u0041" are one name.
      const meant = String(JSON.parse(name))
      const names = open.at(-1)
      if (names?.has(meant)) return { name, line: json.slice(0, match.index).split('\n').length }
      names?.add(meant)
    }
  }
  return undefined
}
