import type { FullConfig, Reporter, Suite, TestError } from 'playwright/types/testReporter'

/** Ends the run's output with `N passed, N failed`, for people and programs that read only the last line. */
export default class ClosingLine implements Reporter {
  private suite: Suite | undefined
  private outside = 0

  onBegin(_config: FullConfig, suite: Suite) {
    this.suite = suite
  }

  /** What goes wrong outside of any test fails the run, so it must not read as a run without a failure. */
  onError(_error: TestError) {
    this.outside += 1
  }

  async onExit() {
    const tests = this.suite?.allTests() ?? []
    // One that passed at its second try is named as flaky above this line.
    const passed = tests.filter((test) => ['expected', 'flaky'].includes(test.outcome())).length
    // No test is skipped on purpose: one that did not run is one that nobody can count on.
    const failed = tests.length - passed + this.outside
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
  }
}
