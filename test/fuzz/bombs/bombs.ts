import type { Bomb } from './bomb.ts'
import { clocks } from './clocks.ts'
import { costs } from './costs.ts'
import { counts } from './counts.ts'
import { depth } from './depth.ts'
import { frames } from './frames.ts'
import { names } from './names.ts'
import { presence } from './presence.ts'

/** Everything an attacker is known to send in a text, by family. */
export const bombs: Readonly<Record<string, readonly Bomb[]>> = {
  counts,
  depth,
  names,
  clocks,
  frames,
  presence,
  costs,
}
