import type { BrowserContext, Page } from 'playwright-core'

/** Opens a project's document and answers once every card stands and the page has come to rest. */
export const openWhole = async (context: BrowserContext, project: string, total: number): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`/projects/${project}`)
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-card="requirement"]').length >= count,
    total,
  )
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  return page
}

/** Clicks into the words of a requirement, on screen or brought there first, and answers when it has the caret. */
export const clickInto = async (page: Page, number: number): Promise<void> => {
  const box = await page.evaluate((id) => {
    const card = document.getElementById(id)
    card?.scrollIntoView({ block: 'center' })
    return card?.querySelector('.text p')?.getBoundingClientRect()
  }, `R-${number}`)
  if (!box) throw new Error(`expected a card R-${number}`)
  await page.mouse.click(box.x + 60, box.y + 8)
  await page.waitForFunction(() => document.activeElement?.matches('[contenteditable="true"].text'))
}
