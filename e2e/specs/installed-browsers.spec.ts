import { expect, test } from 'playwright/test'
import { installedBrowsers } from '../browsers/installed-browsers'

test('on Linux the headless shell of any PATH folder comes before a whole browser', () => {
  const paths = installedBrowsers(
    { platform: 'linux', env: { PATH: '/a:/b' }, home: '/home/x' },
    'chromium',
  )
  expect(paths.slice(0, 2)).toEqual(['/a/chromium-headless-shell', '/b/chromium-headless-shell'])
  expect(paths.indexOf('/b/chromium-headless-shell')).toBeLessThan(paths.indexOf('/a/chromium'))
  expect(paths).toContain('/opt/google/chrome/chrome')
})

test('on macOS the applications of the machine and of the person are looked at', () => {
  const paths = installedBrowsers({ platform: 'darwin', env: {}, home: '/Users/x' }, 'chromium')
  expect(paths).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  expect(paths).toContain('/Users/x/Applications/Chromium.app/Contents/MacOS/Chromium')
})

test('on Windows the program folders and Path are looked at, however the latter is spelt', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Local', Path: 'C:\\a;C:\\b' }
  const paths = installedBrowsers({ platform: 'win32', env, home: 'C:\\Users\\x' }, 'chromium')
  expect(paths).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
  expect(paths).toContain('C:\\Local\\Chromium\\Application\\chrome.exe')
  expect(paths).toContain('C:\\b\\chrome.exe')
  expect(paths.every((path) => path.startsWith('C:\\'))).toBe(true)
})

test('Firefox is looked for under its own names', () => {
  const on = (platform: NodeJS.Platform, env: Record<string, string>) =>
    installedBrowsers({ platform, env, home: '/home/x' }, 'firefox')
  expect(on('linux', { PATH: '/a' }).slice(0, 2)).toEqual(['/a/firefox', '/a/firefox-esr'])
  expect(on('darwin', {})).toContain('/Applications/Firefox.app/Contents/MacOS/firefox')
  expect(on('win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  )
})

test('WebKitGTK’s driver is looked for where there is a WebKitGTK', () => {
  const on = (platform: NodeJS.Platform) =>
    installedBrowsers({ platform, env: { PATH: '/a', PROGRAMFILES: 'C:\\a' }, home: '/' }, 'webkit')
  expect(on('linux')).toEqual(['/a/WebKitWebDriver', '/usr/bin/WebKitWebDriver'])
  expect(on('darwin')).toEqual(['/a/WebKitWebDriver'])
  expect(on('win32')).toEqual([])
})

test('no place is named twice, and an empty PATH names none', () => {
  const env = { PATH: '/usr/bin::/usr/bin' }
  const paths = installedBrowsers({ platform: 'linux', env, home: '/' }, 'chromium')
  expect(new Set(paths).size).toBe(paths.length)
  const bare = installedBrowsers({ platform: 'linux', env: {}, home: '/' }, 'chromium')
  expect(bare.every((path) => path.startsWith('/'))).toBe(true)
})
