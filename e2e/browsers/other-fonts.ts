import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LaunchOptions } from 'playwright/test'
import { makeFont, type FontShape } from './made-font'

/** Put on what watches for shifts: such tests run with the fonts of each of these machines, too. */
export const anyFonts = { tag: '@fonts' }

type Metrics = Pick<FontShape, 'ascent' | 'descent' | 'lineGap' | 'xHeight'>

// Fonts of real machines lie between these: flat ones, high ones, and a second font that differs from the first in all.
const machines: Record<string, { sans: Metrics; bold: Metrics; mono: Metrics }> = {
  flat: {
    sans: { ascent: 780, descent: 180, lineGap: 0, xHeight: 480 },
    bold: { ascent: 780, descent: 180, lineGap: 0, xHeight: 490 },
    mono: { ascent: 760, descent: 200, lineGap: 0, xHeight: 460 },
  },
  high: {
    sans: { ascent: 1070, descent: 300, lineGap: 0, xHeight: 560 },
    bold: { ascent: 1120, descent: 330, lineGap: 0, xHeight: 570 },
    mono: { ascent: 1080, descent: 320, lineGap: 0, xHeight: 550 },
  },
  uneven: {
    sans: { ascent: 905, descent: 212, lineGap: 33, xHeight: 519 },
    bold: { ascent: 1100, descent: 250, lineGap: 0, xHeight: 560 },
    mono: { ascent: 700, descent: 450, lineGap: 200, xHeight: 420 },
  },
}

export const fontMachines = Object.keys(machines)

/**
 * What gives a browser the fonts of another machine, and no other: fontconfig, which Linux has, reads the file that a
 * variable names. The fonts are made in `folder`.
 */
export const withFontsOf = (machine: string, folder: string): NonNullable<LaunchOptions['env']> => {
  const shapes = machines[machine]
  if (shapes === undefined) throw new Error(`There is no machine ${machine}.`)
  const own = join(folder, machine)
  mkdirSync(own, { recursive: true })
  const write = (name: string, shape: FontShape) =>
    writeFileSync(join(own, `${name}.ttf`), makeFont(shape))
  write('sans', { family: 'Made Sans', advance: 520, ...shapes.sans })
  write('bold', { family: 'Made Sans', advance: 560, bold: true, ...shapes.bold })
  write('mono', { family: 'Made Mono', advance: 600, ...shapes.mono })
  const settings = join(own, 'fonts.conf')
  writeFileSync(
    settings,
    `<?xml version="1.0"?>
<fontconfig>
  <dir>${own}</dir>
  <cachedir>${own}/cache</cachedir>
  <alias binding="same"><family>monospace</family><prefer><family>Made Mono</family></prefer></alias>
  <match target="pattern">
    <edit name="family" mode="append" binding="strong"><string>Made Sans</string></edit>
  </match>
</fontconfig>`,
  )
  return { ...process.env, FONTCONFIG_FILE: settings }
}
