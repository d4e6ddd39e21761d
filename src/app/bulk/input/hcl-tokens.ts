export type HclToken =
  | { kind: 'text'; value: string; line: number }
  | { kind: 'word' | 'sign' | 'template' | 'junk'; value: string; line: number }

// What Terraform's own grammar knows, as far as a list of objects needs it. Source: HCL native syntax specification.
const tokens =
  /(?<space>[ \t\r\n]+|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)|(?<quoted>"(?:[^"\\\n]|\\.)*")|(?<word>[\p{L}_][\p{L}\p{N}_.-]*)|(?<sign>[{}[\],=:])|(?<junk>[\s\S])/gu

/** Cuts Terraform code into what matters for a list of objects; white space and comments are left out. */
export function* hclTokens(code: string): Generator<HclToken> {
  let line = 1
  for (const { 0: value, groups = {} } of code.matchAll(tokens)) {
    if (groups['quoted'] !== undefined) {
      const text = unquote(value)
      yield text === undefined
        ? { kind: 'template', value, line }
        : { kind: 'text', value: text, line }
    } else if (groups['word'] !== undefined) yield { kind: 'word', value, line }
    else if (groups['sign'] !== undefined) yield { kind: 'sign', value, line }
    else if (groups['space'] === undefined) yield { kind: 'junk', value, line }
    line += value.split('\n').length - 1
  }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** What a quoted text means; undefined where it holds an expression, or an escape that HCL does not know. */
const unquote = (quoted: string): string | undefined => {
  let known = true
  const text = quoted
    .slice(1, -1)
    .replaceAll(
      /\$\$\{|%%\{|\$\{|%\{|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\([\s\S])/g,
      (whole, short: string | undefined, long: string | undefined, escape: string | undefined) => {
        if (whole === '$${' || whole === '%%{') return whole.slice(1)
        const code = Number.parseInt(short ?? long ?? '', 16)
        if (code <= 0x10ffff) return String.fromCodePoint(code)
        const meant = escapes[escape ?? '']
        if (meant === undefined) known = false
        return meant ?? ''
      },
    )
  return known ? text : undefined
}
