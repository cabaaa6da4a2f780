import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { faceModel } from './face-model-plugin.ts'
import { keepApp } from './keep-app-plugin.ts'
import { layers } from './layers-plugin.ts'
import { messages } from './messages-plugin.ts'
import { routes } from './routes-plugin.ts'

/** Where `npm run dev` finds the server; the built files are served by the server itself. */
const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000'

/** What every screen needs whatever it shows; one file, because small ones compress badly. */
const CORE = new RegExp(
  [
    String.raw`[\\/]node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|intl-messageformat|@formatjs|lucide-react[\\/](?!.*[\\/]icons[\\/]))[\\/]`,
    // Lists that grow while one scrolls are the desk's.
    String.raw`[\\/]node_modules[\\/]@tanstack[\\/](?!.*infinite)`,
    String.raw`[\\/]src[\\/](messages[\\/]words|ui[\\/](preferences|now)|data[\\/](active-post|api-client|api-problem|drafts|me|query-client|session-guard|uuid-v7))\.ts`,
    String.raw`[\\/]contract[\\/]src[\\/](account[\\/]account-routes|place[\\/]place-routes)\.ts`,
  ].join('|'),
  'i',
)

/** Parts that cost no library and stand on nearly every screen, with the icons that only the first screens add. */
const LIGHT_PARTS = new RegExp(
  [
    String.raw`[\\/]src[\\/]ui[\\/](app-header|banner|brand-mark|button|card|chip|clock-bar|empty-state|problem-banner|skeleton|state-tag|state-tone|time|time-words|timeline)\.(tsx?|css)$`,
    String.raw`[\\/]lucide-react[\\/].*[\\/]icons[\\/](badge-check|calendar-clock|camera|chevron-down|chevron-right|circle-exclamation-point|eye|map-pin|megaphone|pencil-line|rotate-ccw|search|siren|users)\.mjs$`,
  ].join('|'),
)

export default defineConfig({
  plugins: [layers(), messages(), routes(), faceModel(), react(), keepApp()],
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
    rolldownOptions: {
      output: {
        // Without this a first visit asks for some fifty files of 300 bytes, and a slow network pays for each.
        codeSplitting: {
          groups: [
            { name: 'core', priority: 3, test: CORE },
            { name: 'parts', priority: 2, test: LIGHT_PARTS },
            { name: 'icons', priority: 1, test: /[\\/]lucide-react[\\/]/, minShareCount: 2 },
          ],
        },
      },
    },
    // The map library is one large file of its own, loaded only by screens that show a map.
    chunkSizeWarningLimit: 1200,
  },
})
