import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { components } from './theme-components.ts'
import { tone, tones, toneVariants } from './tone.ts'

/** Ten shades from light to dark, where the tokens have only as many as are needed. */
type Shades = MantineColorsTuple

const one = (colour: string): Shades => {
  const strong = `var(--${colour})`
  const soft = `var(--${colour}-soft)`
  return [soft, soft, strong, strong, strong, strong, strong, strong, strong, strong]
}

const fromPaperToInk: Shades = [
  'var(--hover)',
  'var(--hover)',
  'var(--line)',
  'var(--line-2)',
  'var(--line-2)',
  'var(--ink-3)',
  'var(--ink-3)',
  'var(--ink-2)',
  'var(--ink)',
  'var(--ink)',
]

const fromInkToPaper: Shades = [
  'var(--ink)',
  'var(--ink-2)',
  'var(--ink-3)',
  'var(--ink-3)',
  'var(--line-2)',
  'var(--hover)',
  'var(--paper)',
  'var(--paper)',
  'var(--desk)',
  'var(--desk)',
]

const size = (steps: readonly [string, string, string, string, string]) => {
  const [xs, sm, md, lg, xl] = steps
  return { xs, sm, md, lg, xl }
}

/** Mantine in the terms of tokens.css: no colour, space or font is named anywhere else. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 8 },
  white: 'var(--paper)',
  black: 'var(--ink)',
  colors: {
    ink: fromPaperToInk,
    gray: fromPaperToInk,
    dark: fromInkToPaper,
    client: one('client'),
    provider: one('provider'),
    observer: one('observer'),
    agreed: one('agreed'),
    warn: one('warn'),
    bad: one('bad'),
    red: one('bad'),
    teal: one('agreed'),
    green: one('agreed'),
    yellow: one('warn'),
  },
  variantColorResolver: toneVariants,
  fontFamily: 'var(--ui)',
  headings: {
    fontFamily: 'var(--ui)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  fontSizes: size(['0.75rem', '0.8125rem', '0.875rem', '1.0625rem', '1.5rem']),
  spacing: size(['var(--s2)', 'var(--s3)', 'var(--s4)', 'var(--s5)', 'var(--s6)']),
  radius: size(['calc(var(--r) / 2)', 'var(--r)', 'var(--r)', 'calc(var(--r) * 1.5)', 'calc(var(--r) * 2)']),
  defaultRadius: 'md',
  shadows: size(['var(--shadow)', 'var(--shadow)', 'var(--shadow)', 'var(--shadow)', 'var(--shadow)']),
  respectReducedMotion: true,
  cursorType: 'pointer',
  components,
})

/** What Mantine would otherwise compute from raw colours. */
export const cssVariables: CSSVariablesResolver = () => {
  const both: Record<string, string> = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--ink)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-success': 'var(--agreed)',
    '--mantine-color-default': 'var(--paper)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-2)',
    '--mantine-color-disabled': 'var(--hover)',
    '--mantine-color-disabled-color': 'var(--ink-3)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-contrast': 'var(--paper)',
  }
  for (const name of tones) {
    const { strong, soft, hover } = tone(name)
    both[`--mantine-color-${name}-filled`] = strong
    both[`--mantine-color-${name}-filled-hover`] = hover
    both[`--mantine-color-${name}-light`] = soft
    both[`--mantine-color-${name}-light-hover`] = soft
    both[`--mantine-color-${name}-light-color`] = strong
    both[`--mantine-color-${name}-outline`] = strong
    both[`--mantine-color-${name}-outline-hover`] = soft
    both[`--mantine-color-${name}-text`] = strong
    both[`--mantine-color-${name}-contrast`] = 'var(--paper)'
  }
  return { variables: {}, light: both, dark: both }
}
