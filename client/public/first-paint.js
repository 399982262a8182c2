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

  // What the page of a project will ask for first is under way before the application has even come.
  const project = /^(\/projects\/[\w-]+)\/?$/.exec(location.pathname)?.[1]
  const answers = project ? ['/me', project, `${project}/document`, `${project}/threads`] : []
  for (const answer of answers) {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: `/api${answer}` })
    document.head.append(link)
  }
})()
