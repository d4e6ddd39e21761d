import axe from 'axe-core'
import { expect, type Page } from 'playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Of the rules, those whose outcome a theme can change. */
const colourRules = axe
  .getRules(['cat.color'])
  .filter((rule) => rule.tags.some((tag) => tags.includes(tag)))
  .map(({ ruleId }) => ruleId)

const expectNoViolations = async (page: Page, runOnly: axe.RunOnly) => {
  // Evaluated, not inserted: the policy forbids foreign scripts, and says nothing about the debugger's.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (rules) => {
    const results = await axe.run(document, { runOnly: rules })
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }))
  }, runOnly)
  expect(violations).toEqual([])
}

/** Holds the page, as it stands and in its present theme, against WCAG 2.2 AA and axe's best practices. */
export const expectNoAxeViolations = async (page: Page) => {
  await expectNoViolations(page, { type: 'tag', values: tags })
}

/** The same in both themes, of which all but the colours is looked at once; it leaves the page in the light one. */
export const expectNoAxeViolationsInBothThemes = async (page: Page) => {
  expect(colourRules).toContain('color-contrast')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, { type: 'rule', values: colourRules })
  await page.emulateMedia({ colorScheme: 'light' })
  await expectNoAxeViolations(page)
}
