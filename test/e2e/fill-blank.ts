import type { Locator, Page } from 'playwright-core'

/** Fills the first blank of the document; the other person sees its value without doing anything. */
export async function fillBlank(writer: Page, reader: Page, save: string): Promise<void> {
  const chip = writer.locator('article .text [data-parameter]').first()
  const parameter = await chip.getAttribute('data-parameter')
  await chip.click()
  const dialog = writer.getByRole('dialog')
  await dialog.getByRole('button', { name: save }).waitFor()
  const value = await fill(dialog, writer)
  await dialog.getByRole('button', { name: save }).click()
  await dialog.waitFor({ state: 'detached' })
  await reader.locator(`[data-parameter="${parameter}"]`, { hasText: value }).first().waitFor()
}

/** A choice takes its first; every other kind takes a number. */
async function fill(dialog: Locator, page: Page): Promise<string> {
  const choice = dialog.getByRole('combobox')
  if ((await choice.count()) === 0) {
    await dialog.getByRole('textbox').first().fill('4217')
    return '4217'
  }
  await choice.first().click()
  const option = page.getByRole('option').first()
  const words = (await option.textContent()) ?? ''
  await option.click()
  return words
}
