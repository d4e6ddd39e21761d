import { posix, win32 } from 'node:path'

interface Machine {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
}

/** How a kind of browser is called, and where it is put. */
interface Kind {
  commands: string[]
  onLinux: string[]
  /** Applications, each with the program in it. */
  onMac: [application: string, program: string][]
  /** Below a folder for programs. */
  onWindows: string[]
  windowsCommands: string[]
}

const kinds = {
  chromium: {
    // The headless shell starts twice as fast as the whole browser.
    commands: [
      'chromium-headless-shell',
      'chrome-headless-shell',
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
    ],
    onLinux: [
      '/usr/bin/chromium-headless-shell',
      '/opt/google/chrome/chrome',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/lib/chromium/chromium',
      '/snap/bin/chromium',
    ],
    onMac: [
      ['Google Chrome', 'Google Chrome'],
      ['Chromium', 'Chromium'],
      ['Google Chrome for Testing', 'Google Chrome for Testing'],
    ],
    onWindows: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'],
    windowsCommands: ['chrome.exe', 'chromium.exe'],
  },
  firefox: {
    commands: ['firefox', 'firefox-esr'],
    onLinux: ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/snap/bin/firefox'],
    onMac: [
      ['Firefox', 'firefox'],
      ['Firefox Developer Edition', 'firefox'],
    ],
    onWindows: ['Mozilla Firefox\\firefox.exe'],
    windowsCommands: ['firefox.exe'],
  },
  // Not a browser, but the program that drives WebKitGTK's.
  webkit: {
    commands: ['WebKitWebDriver'],
    onLinux: ['/usr/bin/WebKitWebDriver'],
    onMac: [],
    onWindows: [],
    windowsCommands: [],
  },
} satisfies Record<string, Kind>

/** Where a browser of a kind that somebody installed may be, best first. Paths may not exist. */
export const installedBrowsers = (machine: Machine, name: keyof typeof kinds): string[] => {
  const kind: Kind = kinds[name]
  if (machine.platform === 'win32') return onWindows(machine, kind)
  const inPath = folders(machine, posix.delimiter)
  const found = kind.commands.flatMap((command) =>
    inPath.map((folder) => posix.join(folder, command)),
  )
  const known = machine.platform === 'darwin' ? onMac(machine.home, kind) : kind.onLinux
  return [...new Set([...found, ...known])]
}

const onMac = (home: string, kind: Kind) =>
  kind.onMac.flatMap(([application, program]) =>
    ['/Applications', posix.join(home, 'Applications')].map((folder) =>
      posix.join(folder, `${application}.app`, 'Contents/MacOS', program),
    ),
  )

const onWindows = (machine: Machine, kind: Kind) => {
  const { env } = machine
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
  const known = roots
    .filter((root) => root !== undefined && root !== '')
    .flatMap((root) => kind.onWindows.map((program) => win32.join(root ?? '', program)))
  const found = folders(machine, win32.delimiter).flatMap((folder) =>
    kind.windowsCommands.map((command) => win32.join(folder, command)),
  )
  return [...new Set([...known, ...found])]
}

// Windows spells the variable Path; Node's own process.env hides that, a copy of it does not.
const folders = ({ env }: Machine, delimiter: string) =>
  (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '')
