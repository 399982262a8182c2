import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

/** In development the page comes from Vite and everything else from the server at `PARLEY_SERVER`. */
export default defineConfig(({ mode }) => {
  const server = loadEnv(mode, '.', 'PARLEY_').PARLEY_SERVER ?? 'http://127.0.0.1:3000'
  return {
    plugins: [react()],
    build: { target: 'es2023', outDir: 'dist', emptyOutDir: true },
    server: { proxy: { '/api': server, '/sync': { target: server, ws: true } } },
  }
})
