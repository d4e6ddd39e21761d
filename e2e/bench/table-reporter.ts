import { cpus } from 'node:os'
import type { Reporter, TestCase, TestResult } from 'playwright/types/testReporter'
import type { Row } from './report'
import { isMet, tableText } from './table'

/** Ends a run of the benchmarks with one table of all that they reported. */
export default class TableReporter implements Reporter {
  private readonly rows: Row[] = []

  onTestEnd(_test: TestCase, { annotations }: TestResult) {
    for (const { type, description = '' } of annotations) {
      if (type === 'bench-row') this.rows.push(JSON.parse(description))
    }
  }

  onEnd() {
    const { rows } = this
    const bars = rows.map(isMet).filter((met) => met !== undefined)
    const missed = bars.filter((met) => !met).length
    const date = new Date().toISOString().slice(0, 10)
    const [processor] = cpus()
    process.stdout.write(
      `\n${tableText(rows)}\n\n${date}, Node ${process.version}, ${cpus().length} × ${processor?.model.trim()}. ` +
        `Of ${bars.length} bars ${bars.length - missed} met, ${missed} missed.\n`,
    )
  }
}
