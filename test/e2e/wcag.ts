import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const LEVELS_A_AND_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A page once examined whole is the same in the dark and on a phone, but for these. */
export const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']
export const RULES_OF_SIZE = ['target-size', 'meta-viewport']

/** What axe finds against WCAG 2.2 A and AA on the page, one line a place; `where` names the page in it. */
export async function faultsOf(page: Page, where: string, rules?: string[]): Promise<string[]> {
  // Without frames on our pages, axe need not open a second page to put its results together.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(LEVELS_A_AND_AA)).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  )
}
