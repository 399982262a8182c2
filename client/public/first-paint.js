// Runs before the first paint, so that a page in dark mode never flashes white. It is a file of its own because the
// server's content security policy allows no inline scripts.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value')
  } catch {
    // reason: storage may be forbidden; the system's choice serves then
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const scheme = dark ? 'dark' : 'light'
  document.documentElement.dataset.theme = scheme
  document.documentElement.dataset.mantineColorScheme = scheme
})()
