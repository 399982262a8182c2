import type { VariantColorsResolver } from '@mantine/core'

/** The colours there are: ink for actions, three parties, three states. Mantine's own names lead to the same. */
export const tones = [
  'ink',
  'client',
  'provider',
  'observer',
  'agreed',
  'warn',
  'bad',
  'gray',
  'red',
  'teal',
  'green',
  'yellow',
] as const
export type Tone = (typeof tones)[number]

const tokenOf: Record<Tone, string> = {
  ink: 'ink',
  client: 'client',
  provider: 'provider',
  observer: 'observer',
  agreed: 'agreed',
  warn: 'warn',
  bad: 'bad',
  gray: 'ink-2',
  red: 'bad',
  teal: 'agreed',
  green: 'agreed',
  yellow: 'warn',
}

const isTone = (name: string): name is Tone => (tones as readonly string[]).includes(name)

/** A tone's strong colour (text, filled ground), its soft ground, and the strong one under the pointer. */
export function tone(name: Tone) {
  const token = tokenOf[name]
  const neutral = name === 'ink' || name === 'gray'
  return {
    strong: `var(--${token})`,
    soft: neutral ? 'var(--hover)' : `var(--${token}-soft)`,
    hover: `color-mix(in srgb, var(--${token}) 86%, var(--paper))`,
  }
}

const border = (colour: string) => `1px solid ${colour}`

/** Colours of Mantine's component variants, from the tokens. */
export const toneVariants: VariantColorsResolver = ({ color, variant, theme }) => {
  const name = color ?? theme.primaryColor
  const { strong, soft, hover } = tone(isTone(name) ? name : 'ink')
  switch (variant) {
    case 'filled':
      return { background: strong, hover, color: 'var(--paper)', border: border('transparent') }
    case 'light':
      return { background: soft, hover: soft, color: strong, border: border('transparent') }
    case 'outline':
      return { background: 'transparent', hover: soft, color: strong, border: border(strong) }
    case 'subtle':
      return { background: 'transparent', hover: soft, color: strong, border: border('transparent') }
    case 'transparent':
      return { background: 'transparent', hover: 'transparent', color: strong, border: border('transparent') }
    case 'none':
      return { background: 'transparent', hover: 'transparent', color: 'inherit', border: 'none' }
    default:
      return {
        background: 'var(--paper)',
        hover: 'var(--hover)',
        color: name === theme.primaryColor ? 'var(--ink)' : strong,
        border: border('var(--line-2)'),
      }
  }
}
