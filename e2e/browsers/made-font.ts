/** What a font is like, in thousandths of its size. */
export interface FontShape {
  family: string
  bold?: boolean
  /** How far a line reaches above the baseline and below it, and what is left between two, where a page says nothing. */
  ascent: number
  descent: number
  lineGap: number
  xHeight: number
  /** Width of every character. */
  advance: number
}

const bytesOf = (size: number) => (value: number) =>
  Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** (size - 1 - index)) & 255)
const u16 = (...values: number[]): number[] => values.flatMap(bytesOf(2))
const u32 = (...values: number[]): number[] => values.flatMap(bytesOf(4))
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')]

/**
 * Makes a small TrueType font of one glyph, a square, which stands for each character of Latin and for common symbols.
 * As in https://learn.microsoft.com/typography/opentype/spec.
 */
export const makeFont = (shape: FontShape): Uint8Array<ArrayBuffer> => {
  const { ascent, descent, lineGap, xHeight, advance, bold = false } = shape
  const square = glyph(shape)
  return assemble([
    [
      'OS/2',
      [
        ...u16(4, advance, bold ? 700 : 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0),
        ...zeros(10),
        ...u32(1, 0, 0, 0),
        ...ascii('TEST'),
        ...u16(bold ? 0x20 : 0x40, 0x20, 0x2bff, ascent, -descent, lineGap, ascent, descent),
        ...u32(1, 0),
        ...u16(xHeight, 700, 0, 0x20, 1),
      ],
    ],
    ['cmap', characters()],
    ['glyf', [...square, ...square]],
    [
      'head',
      [
        ...u16(1, 0, 1, 0),
        ...u32(0, 0x5f0f_3cf5),
        ...u16(3, 1000),
        ...zeros(16),
        ...u16(0, 0, advance, 1000, bold ? 1 : 0, 8, 2, 1, 0),
      ],
    ],
    [
      'hhea',
      [
        ...u16(1, 0, ascent, -descent, lineGap, advance, 50, 50, advance - 50, 1, 0, 0),
        ...zeros(8),
        ...u16(0, 2),
      ],
    ],
    ['hmtx', u16(advance, 50, advance, 50)],
    ['loca', u32(0, square.length, 2 * square.length)],
    ['maxp', u16(1, 0, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['name', names(shape)],
    ['post', [...u16(3, 0, 0, 0, -100, 50), ...u32(0, 0, 0, 0, 0)]],
  ])
}

const glyph = ({ xHeight, advance }: FontShape) => {
  const right = advance - 50
  return [
    ...u16(1, 50, 0, right, xHeight, 3, 0),
    1,
    1,
    1,
    1,
    ...u16(50, right - 50, 0, 50 - right, 0, 0, xHeight, 0),
  ]
}

const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x2190, 0x2bff],
] as const

const characters = () => {
  const groups = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => u32(from + index, from + index, 1)),
  )
  return [
    ...u16(0, 1, 3, 10),
    ...u32(12),
    ...u16(12, 0),
    ...u32(16 + groups.length * 12, 0, groups.length),
    ...groups.flat(),
  ]
}

const names = ({ family, bold = false }: FontShape) => {
  const style = bold ? 'Bold' : 'Regular'
  const whole = `${family} ${style}`
  const texts: [id: number, text: string][] = [
    [1, family],
    [2, style],
    [3, whole],
    [4, whole],
    [6, whole.replaceAll(' ', '-')],
  ]
  let offset = 0
  const records = texts.flatMap(([id, text]) => {
    const record = u16(3, 1, 0x409, id, 2 * text.length, offset)
    offset += 2 * text.length
    return record
  })
  const letters = texts.flatMap(([, text]) => u16(...ascii(text)))
  return [...u16(0, texts.length, 6 + records.length), ...records, ...letters]
}

const assemble = (tables: [tag: string, bytes: number[]][]) => {
  const power = Math.floor(Math.log2(tables.length))
  const directory = [
    ...u32(0x1_0000),
    ...u16(tables.length, 16 << power, power, (tables.length - (1 << power)) * 16),
  ]
  const bodies: number[] = []
  for (const [tag, bytes] of tables) {
    const offset = 12 + 16 * tables.length + bodies.length
    directory.push(...ascii(tag), ...u32(checksum(bytes), offset, bytes.length))
    for (const byte of bytes) bodies.push(byte)
    bodies.push(...zeros(-bytes.length & 3))
  }
  return Uint8Array.from([...directory, ...bodies])
}

const checksum = (bytes: number[]) =>
  bytes.reduce((sum, byte, index) => (sum + byte * 256 ** (3 - (index & 3))) % 2 ** 32, 0)
