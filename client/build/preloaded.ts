import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Lets the browser fetch these modules together with the entry that will ask for one of them. */
export function preloaded(...modules: readonly string[]): Plugin {
  let root = ''
  return {
    name: 'parley-preloaded',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        modules.map((module) => {
          const part = Object.values(bundle ?? {}).find(
            (file) => file.type === 'chunk' && file.facadeModuleId === join(root, module),
          )
          if (!part) throw new Error(`expected a part of the application for ${module}`)
          const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${part.fileName}` }
          return { tag: 'link', attrs, injectTo: 'head' as const }
        }),
    },
  }
}
