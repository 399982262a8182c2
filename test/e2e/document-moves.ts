import type { Locator, Page } from 'playwright-core'

/** A requirement's card by its human number. */
export const card = (page: Page, number: number): Locator => page.locator(`#R-${number}`)

/** The words of a requirement as they are shown, without the carets' names. */
export const wordsOf = (page: Page, number: number): Promise<string> =>
  card(page, number)
    .locator('.text')
    .first()
    .evaluate((text) => {
      const copy = text.cloneNode(true) as HTMLElement
      for (const caret of copy.querySelectorAll('.caret')) caret.remove()
      return copy.textContent ?? ''
    })

/** Opens a requirement for writing by a click into its statement, clear of chips, and goes to the start of its first line. */
export async function openForWriting(page: Page, number: number): Promise<void> {
  const block = card(page, number).locator('.text > :not([data-title])').first()
  await block.click({ position: { x: 3, y: 10 } })
  await card(page, number).locator('.text.ProseMirror-focused[contenteditable="true"]').waitFor()
  await page.keyboard.press('Home')
}

/** Waits until the page says that everything is committed. */
export const saved = (page: Page): Promise<void> => page.locator('[data-saved="saved"]').waitFor()

/** A requirement's line in the outline. */
export const line = (page: Page, number: number): Locator =>
  page.getByRole('treeitem').filter({ hasText: new RegExp(`^R-${number}\\D`) })

/** Selects a requirement by its line in the outline. */
export async function select(page: Page, number: number): Promise<void> {
  await line(page, number).click()
  await page.locator(`#R-${number}[data-state="selected"], #R-${number}[data-state="edited"]`).waitFor()
}
