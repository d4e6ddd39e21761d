import { fileURLToPath } from 'node:url'
// Before all others, which take a while: who started this process can be gone by then.
import { whenOrphaned } from './start/orphaned'
import { readAssets, type Assets } from './page/assets'
import { readSettings, type Settings } from './settings/config'
import { securityHeaders } from './http/headers'
import { crashReport } from './http/crash-report'
import { createHttpServer } from './http/http-server'
import { styleSource } from './page/index-page'
import { createListener } from './start/listener'
import { gatherLines } from './http/log'
import { portOf } from './start/port-of'
import { createProbes } from './http/probes'
import { createStartGuard } from './http/start-guard'
import { nextCodeLine, startLine } from './start/start-line'
import { explainStart } from './start/start-problem'
import { closeState, createBackend, openState } from './start/state'
import { endWhileStarting, onStopSignal } from './start/stop-signals'

/** Milliseconds for which an end waits for calls on their way: longer than any of them takes. */
const grace = 31_000

const fail = (problems: readonly string[]) => {
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exit(1)
}

// Node would open its debugger to whoever can signal this process, and with it the token: a listener takes the signal's
// place. Not --disable-sigusr1, which Node 20 does not know.
process.on('SIGUSR1', () => undefined)

// Whoever reads the log or the notices may leave; that is no reason to stop serving.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)
const log = gatherLines((text) => process.stdout.write(text))
process.once('exit', log.flush)

const started = endWhileStarting()

const start = async (settings: Settings, assets: Assets) => {
  const state = await openState(settings)
  const backend = await createBackend(state, log.line)
  const http = createHttpServer(
    Object.entries(securityHeaders(settings, styleSource(assets))).flat(),
    log.line,
  )
  const { server, isStopping } = http
  const probes = createProbes(isStopping)
  const port = () => portOf(server) ?? settings.port
  const startGuard = createStartGuard({
    secret: settings.startSecret,
    onNextCode: (code) => log.line(nextCodeLine(settings, port(), code)),
  })

  const giveUp = (error: unknown) => {
    closeState(state)
    fail([explainStart(error, settings)])
  }
  server.once('error', giveUp)
  server.listen(settings.port, settings.host, () => {
    try {
      http.answerWith(
        createListener({
          settings,
          backend,
          port: port(),
          startGuard,
          assets,
          log: log.line,
          probes,
          isStopping,
        }),
      )
      // What fails from here on is one connection.
      server.off('error', giveUp).on('error', (error) => log.line(crashReport(error)))
      log.line(startLine(settings, port(), startGuard.code()))
      log.flush()
    } catch (error) {
      giveUp(error)
    }
  })

  const stop = async () => {
    const calls = http.answering()
    if (calls > 0) {
      const open = calls === 1 ? '1 open call is' : `${calls} open calls are`
      log.line(`Ends when its ${open} answered, after ${grace / 1000} s at the latest.`)
      log.flush()
    }
    // Who goes by a probe is to hear its answer; any other balancer turns to the next server where it cannot connect.
    await http.endAll(grace, { listening: probes.areAsked() })
    closeState(state)
    process.exit(0)
  }
  const askToStop = onStopSignal(stop)
  started()
  if (process.env['npm_lifecycle_event'] === 'start') whenOrphaned(askToStop)
}

const read = readSettings(process.env)
if ('problems' in read) {
  fail(read.problems)
} else {
  for (const notice of read.notices) process.stderr.write(`${notice}\n`)
  try {
    const assets = readAssets(fileURLToPath(new URL('../client', import.meta.url)))
    await start(read.settings, assets)
  } catch (error) {
    fail([explainStart(error, read.settings)])
  }
}
