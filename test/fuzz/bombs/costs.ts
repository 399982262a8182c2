import { manyPieces, markedUpdate, splittingUpdate, tangledUpdate } from '@parley/rooms/testing'
import { type Bomb, own, syncFrame, update } from './bomb.ts'

/** Updates that are small and would take long. */
export const costs: readonly Bomb[] = [
  update('words that tangle', () => tangledUpdate(own, 4_000)),
  update('marks that pile up', () => markedUpdate(own, 20_000, 2_000)),
  {
    name: 'splits among many pieces',
    frames: () => [
      ...[...manyPieces(own, 60_000, 60_000)].map((part) => syncFrame(2, part)),
      syncFrame(2, splittingUpdate(own, 4, 25_000)),
    ],
  },
  { name: 'the same large words a hundred times', frames: () => repeated(100) },
]

function repeated(times: number): Uint8Array[] {
  const frames = [...manyPieces(own, 400_000, 0)].map((part) => syncFrame(2, part))
  return Array.from({ length: times }, () => frames).flat()
}
