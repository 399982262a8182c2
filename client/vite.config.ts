import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { compressed } from './build/compressed.ts'
import { preloaded } from './build/preloaded.ts'

// Everything the first page needs is one file, the editor another: each request costs more than a few unused kilobytes.
const parts = [
  { name: 'app', tags: ['$initial' as const], priority: 2 },
  {
    name: 'editor',
    test: /node_modules.*[\\/](@tiptap|prosemirror-\w+|yjs|lib0|y-\w+|linkifyjs)[\\/]/,
    priority: 1,
  },
]

/** In development the page comes from Vite and everything else from the server at `PARLEY_SERVER`. */
export default defineConfig(({ mode }) => {
  const server = loadEnv(mode, '.', 'PARLEY_').PARLEY_SERVER ?? 'http://127.0.0.1:3000'
  return {
    plugins: [react(), preloaded('src/locales/en/index.ts', 'src/locales/de/index.ts'), compressed()],
    build: {
      target: 'es2023',
      outDir: 'dist',
      emptyOutDir: true,
      chunkSizeWarningLimit: 1_200,
      rolldownOptions: { output: { codeSplitting: { groups: parts } } },
    },
    server: { proxy: { '/api': server, '/sync': { target: server, ws: true } } },
  }
})
