import { useComputedColorScheme } from '@mantine/core'
import { useLayoutEffect } from 'react'

/** Keeps `data-theme`, which the tokens go by, equal to Mantine's colour scheme. */
export function ThemeAttribute() {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = scheme
  }, [scheme])
  return null
}
