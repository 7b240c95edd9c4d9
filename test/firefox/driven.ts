import path from 'node:path'
import { buildExtension } from '../../server/extension-build.ts'
import { findFirefox } from '../support/find-firefox.ts'
import { startFirefox } from '../support/firefox.ts'

const ID = 'extension@counterclaim.example'
const UUID = '6a3b0f0e-4f5d-4f0a-9c55-1d7f4f2b7c11'

const SELECT = `const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue.indexOf(arguments[0])
    if (at >= 0) document.getSelection().setBaseAndExtent(node, at, node, at + arguments[0].length)
  }`

const ACTION = `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  const extension = WebExtensionPolicy.getByID(arguments[0]).extension
  return ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)`

const TAB = `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  return ExtensionParent.apiManager.global.tabTracker.getId(gBrowser.selectedTab)`

/** A Firefox with the extension in it, and what a person does there. */
export async function driveFirefox() {
  const firefox = await startFirefox(findFirefox() ?? 'firefox-esr', { [ID]: UUID })
  const { ask, inPage, inBrowser } = firefox
  await ask('Addon:Install', { path: path.join(await buildExtension(), 'firefox'), temporary: true })

  const go = (url: string) => ask('WebDriver:Navigate', { url })
  /** The words that are shown. */
  const text = async () => String(await inPage('return document.body.innerText'))

  async function find(using: 'css selector' | 'xpath', value: string): Promise<string> {
    const found = await ask('WebDriver:FindElement', { using, value })
    return String(Object.values(found?.value as object)[0])
  }
  const click = async (css: string) => ask('WebDriver:ElementClick', { id: await find('css selector', css) })
  async function type(css: string, words: string) {
    const id = await find('css selector', css)
    await ask('WebDriver:ElementClear', { id })
    await ask('WebDriver:ElementSendKeys', { id, text: words })
  }
  /** Presses the button of these words. */
  const press = async (words: string) =>
    ask('WebDriver:ElementClick', {
      id: await find('xpath', `//button[normalize-space()=${JSON.stringify(words)}]`),
    })
  /** Presses a place of the page. */
  const pressAt = (x: number, y: number) =>
    ask('WebDriver:PerformActions', {
      actions: [
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            { type: 'pointerMove', x, y, duration: 0 },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    })

  const front = async () => String((await ask('WebDriver:GetWindowHandle'))?.value)
  const to = (handle: string) => ask('WebDriver:SwitchToWindow', { handle, focus: true })
  async function openTab(): Promise<string> {
    const opened = await ask('WebDriver:NewWindow', { type: 'tab', focus: false })
    return String((opened as { handle?: string } | null)?.handle)
  }

  return {
    ...firefox,
    go,
    text,
    find,
    click,
    type,
    press,
    pressAt,
    front,
    to,
    openTab,
    select: (words: string) => inPage(SELECT, words),
    /** Opens one of the extension's own pages. */
    openOwn: (page: string) => go(`moz-extension://${UUID}/${page}`),
    /** Presses the extension's button in the browser's bar, by which it may read the page in front. */
    pressAction: () => inBrowser(ACTION, ID),
    /** The number by which the extension knows the page in front. */
    tabInFront: async () => String(await inBrowser(TAB)),
  }
}
