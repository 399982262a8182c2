import type { LiveClient } from './live-client.ts'

/** Words that are sent and not yet acknowledged, at most. */
const underWay = 5

/** Types word after word, `<name>n0`, `<name>n1`, …, a few ahead of the acknowledgements, until the connection ends. */
export async function pour(client: LiveClient, name: string): Promise<void> {
  for (let number = 0; client.closed === null; number++) {
    client.type(`${name}n${number}`)
    const isDue = () => client.typed.length - client.acknowledged.length < underWay
    await client.until('more was acknowledged', isDue).catch(() => {})
  }
}
