import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const shots = fileURLToPath(new URL('../e2e/.shots/', import.meta.url))

/** What axe finds wrong on the page as it stands (WCAG 2.2 AA and good practice), one line each; empty where all is well. */
export const axe = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help} at ${node.target.join(' ')} (${node.failureSummary?.split('\n').at(-1)?.trim()})`,
    ),
  )
}

/** Takes a picture of the page as it is on screen for a person to look at, into `test/e2e/.shots/`. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(shots, `${name}.png`), animations: 'disabled' })
}
