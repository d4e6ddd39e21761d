import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../http/listen'

/** WebDriver's code points of keys that are no characters. Source: W3C WebDriver, "Keyboard actions". */
const codes: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  F10: '\uE03A',
}

type Call = <Value>(method: string, path: string, body?: unknown) => Promise<Value>

/** How WebDriver writes down an element: an id under a name that it made up for that. */
export type WebElement = Record<string, string>

export type WebDriver = Awaited<ReturnType<typeof startWebKit>>

/**
 * Starts WebKitGTK's own small browser on a screen that nobody sees, and speaks plain WebDriver with it.
 * @param program WebKitWebDriver; needs Xvfb in PATH
 * @throws an Error where one of the two does not start
 */
export const startWebKit = async (program: string) => {
  const args = ['-displayfd', '3', '-screen', '0', '1300x1000x24', '-nolisten', 'tcp']
  const screen = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const children: ChildProcess[] = [screen]
  const end = async () => {
    for (const child of children.toReversed()) {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) continue
      const exit = once(child, 'exit')
      child.kill()
      await exit
    }
  }
  try {
    const display = `:${await displayNumber(screen)}`
    const port = await freePort()
    const driver = spawn(program, [`--port=${port}`], {
      env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11' },
      stdio: 'ignore',
    })
    children.push(driver)
    const call = caller(`http://127.0.0.1:${port}`)
    await answering(driver, call)
    const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { browserName: 'MiniBrowser' } },
    })
    const session: Call = (method, path, body) => call(method, `/session/${sessionId}${path}`, body)
    await session('POST', '/window/rect', { x: 0, y: 0, width: 1280, height: 1000 })
    return {
      ...commands(session),
      close: async () => {
        await session('DELETE', '').catch(() => undefined)
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}

const commands = (session: Call) => {
  const act = async (presses: readonly (readonly [type: string, value: string])[]) => {
    const actions = presses.map(([type, value]) => ({ type, value }))
    await session('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] })
  }
  return {
    open: (url: string) => session('POST', '/url', { url }),
    reload: () => session('POST', '/refresh', {}),
    /** Runs the body of a function in the page, and gives what it returns. */
    run: (script: string, ...args: unknown[]) =>
      session<unknown>('POST', '/execute/sync', { script, args }),
    /** The same for what returns an element. */
    find: (script: string, ...args: unknown[]) =>
      session<WebElement | null>('POST', '/execute/sync', { script, args }),
    /** Scrolls an element into sight, and presses and lets go of the mouse in its middle. */
    click: (element: WebElement) => session('POST', `/element/${reference(element)}/click`, {}),
    /** Presses keys one after the other, each alone or as `Shift+F10`. */
    press: async (...keys: string[]) => {
      for (const key of keys) {
        const parts = key.split('+').map((part) => codes[part] ?? part)
        await act([
          ...parts.map((part) => ['keyDown', part] as const),
          ...parts.toReversed().map((part) => ['keyUp', part] as const),
        ])
      }
    },
    /** Types a text where the focus is; a new line is the key Enter. */
    type: async (text: string) => {
      const element = await session<WebElement>('GET', '/element/active')
      const keys = text.replaceAll('\n', codes['Enter'] ?? '')
      await session('POST', `/element/${reference(element)}/value`, { text: keys })
    },
  }
}

const reference = (element: WebElement) => Object.values(element).join('')

const caller =
  (address: string): Call =>
  async (method, path, body) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    const response = await fetch(address + path, init)
    const { value } = await response.json()
    if (response.ok) return value
    throw new Error(`WebDriver, ${path}: ${value.error}. ${value.message}`)
  }

const displayNumber = async (screen: ChildProcess) => {
  const [, , , output] = screen.stdio
  if (!(output instanceof Readable)) throw new Error('Xvfb has no output.')
  const ended = once(screen, 'exit').then(() => {
    throw new Error('Xvfb ended at its start.')
  })
  const [bytes] = await Promise.race([once(output, 'data'), ended])
  return String(bytes).trim()
}

const answering = async (driver: ChildProcess, call: Call) => {
  let failure: Error | undefined
  driver.once('error', (error) => (failure = error))
  for (let tries = 0; tries < 100; tries += 1) {
    if (failure !== undefined) throw failure
    if (driver.exitCode !== null) break
    const ready = await call('GET', '/status').catch(() => undefined)
    if (ready !== undefined) return
    await wait(100)
  }
  throw new Error('WebKitWebDriver does not answer.')
}
