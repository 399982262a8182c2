import type { Browser, CDPSession, Page } from 'playwright-core'

/** A picture of the page as it was shown, with its time in seconds. */
interface Frame {
  readonly data: string
  readonly at: number
}

/** Collects what Chromium presents until the function it gives is called. */
export const recordScreen = async (page: Page): Promise<() => Promise<readonly Frame[]>> => {
  const frames: Frame[] = []
  const devTools: CDPSession = await page.context().newCDPSession(page)
  devTools.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ data, at: metadata.timestamp ?? 0 })
    void devTools.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  })
  await devTools.send('Page.startScreencast', { format: 'jpeg', quality: 40, maxWidth: 720, maxHeight: 450 })
  return async () => {
    await devTools.send('Page.stopScreencast')
    await devTools.detach()
    return frames
  }
}

/**
 * For how long, in milliseconds, each run of pictures without words in the middle of the document lasted. A band as high
 * as four lines is looked at: no gap between two paragraphs or cards is as high. The pictures are looked at on an empty
 * page, since the product's own forbids to read data from an address.
 */
export const blankRuns = async (browser: Browser, frames: readonly Frame[]): Promise<readonly number[]> => {
  const page = await browser.newPage()
  const blank: boolean[] = []
  for (const { data } of frames) {
    blank.push(
      await page.evaluate(async (jpeg) => {
        const response = await fetch(`data:image/jpeg;base64,${jpeg}`)
        const image = await createImageBitmap(await response.blob())
        const { width, height } = image
        const drawing = new OffscreenCanvas(width, height).getContext('2d')
        if (!drawing) throw new Error('expected a drawing context')
        drawing.drawImage(image, 0, 0)
        const band = drawing.getImageData(width * 0.3, height * 0.4, width * 0.35, height * 0.2).data
        let dark = 0
        for (let index = 0; index < band.length; index += 4) if ((band[index] ?? 255) < 150) dark += 1
        return dark < 20
      }, data),
    )
  }
  await page.close()
  const runs: number[] = []
  let since: number | null = null
  for (const [index, { at }] of frames.entries()) {
    if (blank[index]) since ??= at
    else if (since !== null) {
      runs.push((at - since) * 1_000)
      since = null
    }
  }
  return runs
}
