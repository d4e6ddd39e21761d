import { posix, win32 } from 'node:path'

interface Machine {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
}

/** Where a Chrome or Chromium that somebody installed may be, best first. Paths may not exist. */
export const installedBrowsers = (machine: Machine): string[] => {
  if (machine.platform === 'win32') return onWindows(machine)
  const inPath = folders(machine, posix.delimiter)
  const found = commands.flatMap((name) => inPath.map((folder) => posix.join(folder, name)))
  const known = machine.platform === 'darwin' ? onMac(machine.home) : onLinux
  return [...new Set([...found, ...known])]
}

// The headless shell starts twice as fast as the whole browser.
const commands = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
]

const onLinux = [
  '/usr/bin/chromium-headless-shell',
  '/opt/google/chrome/chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
]

const onMac = (home: string) =>
  ['Google Chrome', 'Chromium', 'Google Chrome for Testing'].flatMap((name) =>
    ['/Applications', posix.join(home, 'Applications')].map((folder) =>
      posix.join(folder, `${name}.app`, 'Contents/MacOS', name),
    ),
  )

const onWindows = (machine: Machine) => {
  const { env } = machine
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
  const known = roots
    .filter((root) => root !== undefined && root !== '')
    .flatMap((root) =>
      ['Google\\Chrome', 'Chromium'].map((name) =>
        win32.join(root ?? '', name, 'Application', 'chrome.exe'),
      ),
    )
  const found = folders(machine, win32.delimiter).flatMap((folder) =>
    ['chrome.exe', 'chromium.exe'].map((name) => win32.join(folder, name)),
  )
  return [...new Set([...known, ...found])]
}

// Windows spells the variable Path; Node's own process.env hides that, a copy of it does not.
const folders = ({ env }: Machine, delimiter: string) =>
  (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '')
