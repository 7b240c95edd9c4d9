import '../interpret-schemas.ts'
import { findClaims, forgetPages } from './known-claims.ts'
import { isMessage } from './messages.ts'
import { readTab } from './site-access.ts'

// The key is for the extension's own pages: no script that runs in a page may read it.
void chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })

chrome.storage.onChanged.addListener(forgetPages)

chrome.action.onClicked.addListener(({ id }) => {
  if (id === undefined) return
  // Before anything is waited for: a panel opens at a click only.
  void (chrome.sidePanel?.open({ tabId: id }) ?? chrome.sidebarAction?.open())
  void readTab(id)
})

chrome.commands.onCommand.addListener((command, tab) => {
  // Nobody hears it where no page is read.
  if (command === 'next-claim' && tab?.id !== undefined)
    chrome.tabs.sendMessage(tab.id, { kind: 'next' }, { frameId: 0 }).catch(() => {})
})

chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  if (!isMessage(message) || message.kind !== 'anchors') return undefined
  const { urls, text, fresh } = message
  void findClaims(urls, text, fresh).then(answer, (error: unknown) =>
    answer({ failure: { code: 'internal', message: String(error) } }),
  )
  return true
})
