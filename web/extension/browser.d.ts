/** What is used of the WebExtensions API; Chromium and Firefox both give it by this name, with promises (Manifest V3). */
declare namespace chrome {
  type Event<Handler> = {
    addListener: (handler: Handler) => void
    removeListener: (handler: Handler) => void
  }
  type Tab = { id?: number; url?: string; title?: string }
  type Sender = { tab?: Tab; frameId?: number; id?: string }
  type Target = { tabId: number; allFrames?: boolean; frameIds?: number[] }
  type Registered = {
    id: string
    matches: string[]
    js: string[]
    css: string[]
    allFrames: boolean
    runAt: 'document_idle'
  }

  const action: { onClicked: Event<(tab: Tab) => void> }
  const commands: { onCommand: Event<(command: string, tab?: Tab) => void> }
  const permissions: {
    contains: (asked: { origins: string[] }) => Promise<boolean>
    request: (asked: { origins: string[] }) => Promise<boolean>
    remove: (asked: { origins: string[] }) => Promise<boolean>
  }
  const runtime: {
    id: string
    sendMessage: (message: unknown) => Promise<unknown>
    openOptionsPage: () => Promise<void>
    onMessage: Event<
      (message: unknown, sender: Sender, answer: (reply: unknown) => void) => boolean | undefined
    >
  }
  const scripting: {
    executeScript: (
      injection: { target: Target } & ({ files: string[] } | { func: () => unknown }),
    ) => Promise<{ frameId: number; result?: unknown }[]>
    insertCSS: (injection: { target: Target; files: string[] }) => Promise<void>
    registerContentScripts: (scripts: Registered[]) => Promise<void>
    unregisterContentScripts: (filter: { ids: string[] }) => Promise<void>
    getRegisteredContentScripts: (filter?: { ids: string[] }) => Promise<Registered[]>
  }
  const storage: {
    local: {
      get: (keys: string[]) => Promise<Record<string, unknown>>
      set: (items: Record<string, unknown>) => Promise<void>
      remove: (keys: string[]) => Promise<void>
      setAccessLevel?: (access: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>
    }
    onChanged: Event<(changes: Record<string, unknown>) => void>
  }
  const tabs: {
    query: (asked: { active: boolean; currentWindow: boolean }) => Promise<Tab[]>
    get: (id: number) => Promise<Tab>
    create: (tab: { url: string }) => Promise<Tab>
    sendMessage: (id: number, message: unknown, options?: { frameId: number }) => Promise<unknown>
    onActivated: Event<(active: { tabId: number }) => void>
    onUpdated: Event<(id: number, change: { status?: string; url?: string }) => void>
  }
  /** Chromium alone. */
  const sidePanel: { open: (where: { tabId: number }) => Promise<void> } | undefined
  /** Firefox alone. */
  const sidebarAction: { open: () => Promise<void> } | undefined
}
