/** Tells the line, from 1, at which an offset stands. Asked for rising offsets, it reads the text once. */
export const lineCounter = (text: string) => {
  let [line, start] = [1, 0]
  return (offset: number) => {
    for (;;) {
      const next = text.indexOf('\n', start)
      if (next === -1 || next >= offset) return line
      line += 1
      start = next + 1
    }
  }
}
