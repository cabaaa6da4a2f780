import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { layers } from './layers-plugin.ts'
import { messages } from './messages-plugin.ts'

/** Where `npm run dev` finds the server; the built files are served by the server itself. */
const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [layers(), messages(), react()],
  resolve: {
    alias: [
      { find: /^typebox$/, replacement: fileURLToPath(new URL('src/data/schema-shape.ts', import.meta.url)) },
    ],
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    // Old enough for the phones that grid workers really carry, new enough for cascade layers and WebGL 2.
    target: ['chrome100', 'safari15.4', 'firefox100'],
    manifest: true,
    outDir: 'dist',
    emptyOutDir: true,
    // The map library is one large file of its own, loaded only by screens that show a map.
    chunkSizeWarningLimit: 1200,
  },
})
