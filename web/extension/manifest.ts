export const BROWSERS = ['chromium', 'firefox'] as const
export type Browser = (typeof BROWSERS)[number]

const NAME = 'Counterclaim'
const PANEL = 'panel.html'

/**
 * What a browser is told of the extension. It may act on the page on which its button is pressed, and on no other; the
 * rest is asked for where a person wants a site to be read by itself. The server needs no permission: it answers the
 * extension's origin when a key comes with the request.
 */
export function manifestFor(browser: Browser, version: string) {
  return {
    manifest_version: 3,
    name: NAME,
    version,
    description: 'Make claims of the words on any page, and see those that were made of it.',
    icons: { 48: 'icon-48.png', 128: 'icon-128.png' },
    action: { default_title: 'Read this page with Counterclaim', default_icon: 'icon-48.png' },
    options_ui: { page: 'options.html', open_in_tab: true },
    permissions: ['activeTab', 'scripting', 'storage', ...(browser === 'chromium' ? ['sidePanel'] : [])],
    commands: {
      'next-claim': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: 'Show the next claim on this page',
      },
    },
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src http: https:; base-uri 'none'; form-action 'none'",
    },
    ...(browser === 'chromium'
      ? {
          // CSS Custom Highlight API, side panel that opens at a click, light-dark().
          minimum_chrome_version: '123',
          background: { service_worker: 'background.js', type: 'module' },
          side_panel: { default_path: PANEL },
        }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'extension@counterclaim.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
          background: { scripts: ['background.js'], type: 'module' },
          sidebar_action: { default_title: NAME, default_panel: PANEL, open_at_install: false },
        }),
  }
}
