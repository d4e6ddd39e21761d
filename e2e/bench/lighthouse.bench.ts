import { findLighthouse, runLighthouse, type LighthouseReport } from './lighthouse'
import { report } from './report'
import { test } from './sites'
import { median } from './statistics'

const runs = 5
const group = 'Lighthouse 13, the production server, simulated throttling'

const scores = [
  ['performance', 'performance'],
  ['accessibility', 'accessibility'],
  ['best practices', 'best-practices'],
] as const

const timings = [
  ['first contentful paint', 'first-contentful-paint'],
  ['largest contentful paint', 'largest-contentful-paint'],
  ['total blocking time', 'total-blocking-time'],
] as const

for (const preset of ['mobile', 'desktop'] as const) {
  test(`Lighthouse, ${preset}`, async ({ small, launchOptions }) => {
    const found = findLighthouse()
    if ('reason' in found) {
      report({ group, what: preset, console: `not taken: ${found.reason}` })
      return
    }
    const { executablePath: browser = '' } = launchOptions
    const reports: LighthouseReport[] = []
    try {
      for (let run = 0; run < runs; run += 1) {
        reports.push(await runLighthouse(found, { url: small.url, preset, browser }))
      }
    } catch (error) {
      // As where npm has no registry to fetch it from.
      const [reason = ''] = String(error).split('\n', 1)
      report({ group, what: preset, console: `not taken: ${reason}` })
      return
    }
    for (const [what, id] of scores) {
      const score = median(reports.map(({ categories }) => 100 * (categories[id]?.score ?? 0)))
      report({
        group,
        what: `${preset}, ${what}`,
        console: score.toFixed(0),
        bar: what === 'performance' ? '≥ 99' : '≥ 100',
      })
    }
    for (const [what, id] of timings) {
      const time = median(reports.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN))
      report({ group, what: `${preset}, ${what}`, console: `${time.toFixed(0)} ms` })
    }
    const failed = new Set(reports.flatMap(failedAudits))
    if (failed.size > 0) {
      report({ group, what: `${preset}, failed audits`, console: [...failed].join(' ') })
    }
  })
}

/** What a score below 100 comes from, but for the times. */
const failedAudits = ({ categories, audits }: LighthouseReport): string[] =>
  Object.entries(categories)
    .filter(([name]) => name !== 'performance')
    .flatMap(([, { auditRefs }]) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => id)
