import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds wrong on the page as it stands (WCAG 2.2 AA and good practice), in light and in dark, one line each; empty
 * where all is well. Only the colours are looked at twice: nothing else differs.
 */
export const axe = async (page: Page): Promise<readonly string[]> => {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await axeOn(page).withTags(tags).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' })
  const dark = await axeOn(page).withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  return [...told(light), ...told(dark).map((line) => `in dark: ${line}`)]
}

/** reason: outside of its legacy mode it opens another page each time, for frames, of which there are none */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true)

const told = ({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): readonly string[] =>
  violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help} at ${node.target.join(' ')} (${node.failureSummary?.split('\n').at(-1)?.trim()})`,
    ),
  )
