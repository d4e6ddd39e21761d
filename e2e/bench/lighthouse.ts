import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { launchOptions } from '../browsers/browser'

export type Preset = 'mobile' | 'desktop'

const audit = z.object({
  score: z.nullable(z.number()),
  numericValue: z.optional(z.number()),
})

const lighthouseReport = z.object({
  runtimeError: z.optional(z.object({ message: z.string() })),
  categories: z.record(
    z.string(),
    z.object({
      score: z.nullable(z.number()),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), audit),
})

export type LighthouseReport = z.infer<typeof lighthouseReport>

const oldestNode = [22, 19] as const

/** Node to run Lighthouse with and npm to get it with, or why that cannot be. */
export const findLighthouse = (): { node: string; npm: string } | { reason: string } => {
  const node = process.env['LIGHTHOUSE_NODE'] ?? process.execPath
  const version = String(spawnSync(node, ['--version']).stdout ?? '')
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number)
  const [needed, neededMinor] = oldestNode
  if (major < needed || (major === needed && minor < neededMinor)) {
    return { reason: `needs Node ${oldestNode.join('.')} here or at LIGHTHOUSE_NODE` }
  }
  const npm = process.env['npm_execpath']
  return npm === undefined ? { reason: 'is had through npm: npm run bench' } : { node, npm }
}

/**
 * Runs Lighthouse once, with its own simulated throttling.
 * @returns its report
 * @throws where it could not be had or did not end with a report
 */
export const runLighthouse = async (
  { node, npm }: { node: string; npm: string },
  { url, preset, browser }: { url: string; preset: Preset; browser: string },
): Promise<LighthouseReport> => {
  const folder = await mkdtemp(join(tmpdir(), 'alias-console-lighthouse-'))
  const file = join(folder, 'report.json')
  const { args = [], chromiumSandbox } = launchOptions(browser)
  const flags = ['--headless=new', ...args, ...(chromiumSandbox === false ? ['--no-sandbox'] : [])]
  try {
    const program = [npm, 'exec', '--yes', '--package=lighthouse@13', '--', 'lighthouse']
    const child = spawn(
      node,
      [
        ...program,
        url,
        '--quiet',
        '--output=json',
        `--output-path=${file}`,
        `--chrome-flags=${flags.join(' ')}`,
        '--only-categories=performance,accessibility,best-practices',
        ...(preset === 'desktop' ? ['--preset=desktop'] : []),
      ],
      {
        env: {
          ...process.env,
          CHROME_PATH: browser,
          // Lighthouse's own program looks for Node by name.
          PATH: [dirname(node), process.env['PATH']].join(delimiter),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
    let said = ''
    child.stderr.on('data', (bytes) => {
      said += String(bytes)
    })
    await once(child, 'close')
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) throw new Error(`No report. ${said.trim().slice(0, 200)}`)
    const parsed = z.parse(lighthouseReport, JSON.parse(text))
    if (parsed.runtimeError !== undefined) throw new Error(parsed.runtimeError.message)
    return parsed
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
