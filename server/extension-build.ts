import fs from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import mantine from 'postcss-preset-mantine'
import { build, type InlineConfig } from 'vite'
import manifest from '../package.json' with { type: 'json' }
import { BROWSERS, manifestFor } from '../web/extension/manifest.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const HERE = path.join(ROOT, 'web/extension')
const OUT = path.join(ROOT, 'dist/extension')
const FILES = path.join(OUT, 'files')

/** As `strict_min_version` and `minimum_chrome_version` of the manifests. */
const TARGET = ['chrome123', 'firefox140']

const SHARED = {
  configFile: false,
  root: HERE,
  logLevel: 'error',
  cacheDir: path.join(ROOT, '.cache/vite-extension'),
  css: { postcss: { plugins: [mantine({ autoRem: false, features: { lightDarkFunction: false } })] } },
} satisfies InlineConfig

/** The extension's own pages and its background, as modules. */
async function buildPages(): Promise<void> {
  await build({
    ...SHARED,
    base: './',
    plugins: [react()],
    build: {
      outDir: FILES,
      emptyOutDir: true,
      target: TARGET,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          panel: path.join(HERE, 'panel/panel.html'),
          options: path.join(HERE, 'options/options.html'),
          background: path.join(HERE, 'background.ts'),
        },
        output: {
          entryFileNames: ({ name }) => (name === 'background' ? '[name].js' : 'assets/[name]-[hash].js'),
          codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|web\/interpret-schemas/ }] },
        },
      },
    },
  })
}

/** What runs in pages: scripts without imports, and a style sheet. */
async function buildPageScript(name: 'page' | 'capture'): Promise<void> {
  await build({
    ...SHARED,
    build: {
      outDir: FILES,
      emptyOutDir: false,
      target: TARGET,
      reportCompressedSize: false,
      lib: {
        entry: path.join(HERE, `page/${name}.ts`),
        formats: ['iife'],
        name: 'counterclaim',
        fileName: () => `${name}.js`,
      },
    },
  })
}

/** Pages are built in their folders; the manifests name them at the top. */
function moveUp(page: 'panel' | 'options'): void {
  const html = fs.readFileSync(path.join(FILES, page, `${page}.html`), 'utf8')
  fs.writeFileSync(path.join(FILES, `${page}.html`), html.replaceAll('"../', '"./'))
  fs.rmSync(path.join(FILES, page), { recursive: true })
}

/** Builds the extension for each browser into `dist/extension/<browser>`. */
export async function buildExtension(): Promise<string> {
  fs.rmSync(OUT, { recursive: true, force: true })
  await buildPages()
  await buildPageScript('page')
  await buildPageScript('capture')
  fs.copyFileSync(path.join(HERE, 'page/page.css'), path.join(FILES, 'page.css'))
  for (const page of ['panel', 'options'] as const) moveUp(page)
  fs.cpSync(path.join(HERE, 'icons'), FILES, { recursive: true })
  for (const browser of BROWSERS) {
    const folder = path.join(OUT, browser)
    fs.cpSync(FILES, folder, { recursive: true })
    const text = JSON.stringify(manifestFor(browser, manifest.version), null, 2)
    fs.writeFileSync(path.join(folder, 'manifest.json'), `${text}\n`)
  }
  fs.rmSync(FILES, { recursive: true })
  return OUT
}

if (import.meta.main) console.log(`Built ${path.relative(process.cwd(), await buildExtension())}`)
