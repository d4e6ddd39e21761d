import type { ViteDevServer } from 'vite'
import type { ModuleRunner } from 'vite/module-runner'
import { readSettings } from './settings/config'
import { fillMetas } from './page/index-page'
import type { createListener } from './start/listener'
import { portOf } from './start/port-of'
import { createProbes } from './http/probes'
import { createStartGuard } from './http/start-guard'
import { nextCodeLine, startLine } from './start/start-line'
import { closeState, openState, type createBackend, type State } from './start/state'

type Listen = typeof createListener

// Vite ends at once.
const isStopping = () => false

/**
 * Puts the console's server into Vite's, for `/api`. Its code is asked for anew with each call, so that a change counts at
 * once; what it has opened stays open.
 * @param runner runs the server's modules, and again once they have changed.
 * @returns what fills the page that Vite serves.
 */
export const mountConsole = (
  { httpServer, middlewares, config }: ViteDevServer,
  runner: ModuleRunner,
): ((html: string) => string) => {
  const read = readSettings(process.env)
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const { settings } = read
  const log = (line: string) => config.logger.info(line)
  for (const notice of read.notices) config.logger.warn(notice)
  const port = () => portOf(httpServer) ?? settings.port
  const startGuard = createStartGuard({
    secret: settings.startSecret,
    onNextCode: (code) => log(nextCodeLine(settings, port(), code)),
  })
  httpServer?.once('listening', () => log(startLine(settings, port(), startGuard.code())))

  // Opened with the first call: when Vite restarts itself, the server before has given the data folder back by then.
  let state: Promise<State> | undefined
  httpServer?.once('close', () => state?.then(closeState, () => undefined))
  let code: Listen | undefined
  let listener: Promise<ReturnType<Listen>> | undefined

  const createCurrent = async (createCurrentListener: Listen) => {
    const [opened, { createBackend: createCurrentBackend }] = await Promise.all([
      (state ??= openState(settings)),
      runner.import<{ createBackend: typeof createBackend }>('/src/server/start/state.ts'),
    ])
    const backend = await createCurrentBackend(opened, log)
    const probes = createProbes(isStopping)
    const options = { settings, backend, port: port(), startGuard, log, probes, isStopping }
    return createCurrentListener(options)
  }
  const currentListener = async () => {
    const imported = await runner.import<{ createListener: Listen }>(
      '/src/server/start/listener.ts',
    )
    if (listener === undefined || code !== imported.createListener) {
      code = imported.createListener
      listener = createCurrent(code)
    }
    return listener
  }

  middlewares.use((request, response, next) => {
    if (!/^\/api(?:[/?]|$)/.test(request.url ?? '')) return next()
    currentListener().then((listen) => listen(request, response), next)
  })
  return (html) => fillMetas(html, settings)
}
