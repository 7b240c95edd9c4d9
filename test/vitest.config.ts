import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

/** API files each open a database of their own: two at once is what a two-core machine carries. */
const api = (engine: 'pglite' | 'postgres') => ({
  extends: true as const,
  test: {
    name: `api-${engine}`,
    include: ['test/api/**/*.test.ts'],
    env: { TEST_ENGINE: engine },
    globalSetup: ['test/support/database-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

/** Servers that are killed while they write: one file at a time, since each keeps both cores busy. */
const crash = (engine: 'pglite' | 'postgres', files: string[]) => ({
  extends: true as const,
  test: {
    name: `crash-${engine}`,
    include: files.map(file => `test/crash/${file}.test.ts`),
    env: { TEST_ENGINE: engine },
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    // What pdf.js fetches ahead of a damaged document fails with nobody to hear of it; see `capture/extract/worker.ts`.
    onUnhandledError: ({ stack }) => !stack?.includes('unpdf/dist/pdfjs'),
    setupFiles: ['fail-on-console-error', 'property-seed'].map(name =>
      path.join(root, `test/support/${name}.ts`),
    ),
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 } },
      api('pglite'),
      api('postgres'),
      crash('pglite', ['kill-server', 'kill-first-start', 'kill-scan']),
      crash('postgres', ['kill-server', 'kill-postgres', 'kill-scan']),
      {
        extends: true,
        test: {
          name: 'firefox',
          include: ['test/firefox/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['test/web/**/*.test.{ts,tsx}'],
          setupFiles: [path.join(root, 'test/support/browser-stubs.ts')],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
