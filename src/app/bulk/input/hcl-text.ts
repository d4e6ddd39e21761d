const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/**
 * What the inside of a quoted text means; undefined where it holds an escape or a line break that HCL does not allow.
 * Source: HCL native syntax specification, "Template Literals".
 */
export const readHclText = (written: string): string | undefined => {
  let allowed = !/[\r\n]/.test(written)
  const text = written.replaceAll(
    /\$\$\{|%%\{|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\([\s\S])/g,
    (whole, short: string | undefined, long: string | undefined, escape: string | undefined) => {
      if (whole === '$${' || whole === '%%{') return whole.slice(1)
      const code = Number.parseInt(short ?? long ?? '', 16)
      if (code <= 0x10ffff) return String.fromCodePoint(code)
      const meant = escapes[escape ?? '']
      if (meant === undefined) allowed = false
      return meant ?? ''
    },
  )
  return allowed ? text : undefined
}
