import path from 'node:path'
import react from '@vitejs/plugin-react'
import mantine from 'postcss-preset-mantine'
import { defineConfig } from 'vite'

/** `#domain/*` and `#contract/*` resolve through the `imports` of package.json, as they do on the server. */
export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  cacheDir: path.resolve(import.meta.dirname, '../.cache/vite'),
  plugins: [react()],
  // The server puts a fresh nonce in place of this at every response.
  ...(command === 'build' ? { html: { cspNonce: '__CSP_NONCE__' } } : {}),
  css: { postcss: { plugins: [mantine({ autoRem: false, features: { lightDarkFunction: false } })] } },
  build: {
    outDir: path.resolve(import.meta.dirname, '../dist/web'),
    emptyOutDir: true,
    // The first versions that know light-dark(), which carries both colour schemes.
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    reportCompressedSize: false,
    rolldownOptions: {
      // In one file with zod, so that it is told before the first schema is made, whatever file that falls into.
      output: {
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|web\/interpret-schemas/ }] },
      },
    },
  },
}))
