import { useCallback, useEffect, useState } from 'react'
import { type Failure, isMessage, type KnownPage, type PanelWish } from '../messages.ts'
import { readTab } from '../site-access.ts'
import { mergeFrames } from './merge-frames.ts'

type Frame = { urls: string[]; known: KnownPage | Failure }

export type OpenPage = {
  tabId: number
  /** False until a page lets itself be read. */
  read: boolean
  urls: string[]
  known: KnownPage | Failure
  /** What is selected, and in which frame. */
  selected: { words: string; frameId: number } | null
  /** The claim whose words were clicked in the page. */
  picked: string | null
}

const EMPTY = { read: false, urls: [], known: { source: null, claims: [] }, selected: null, picked: null }

/** The tab in front of the panel; that of the address while the panel itself is shown as a page. */
export function useTab(): number | null {
  const [tabId, setTabId] = useState<number | null>(() => {
    const named = new URLSearchParams(location.search).get('tab')
    return named === null ? null : Number(named)
  })
  useEffect(() => {
    if (new URLSearchParams(location.search).has('tab')) return undefined
    const find = () =>
      void chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => setTabId(tab?.id ?? null))
    find()
    chrome.tabs.onActivated.addListener(find)
    return () => chrome.tabs.onActivated.removeListener(find)
  }, [])
  return tabId
}

/** The page of a tab, as its frames tell of it. */
export function usePage(tabId: number): OpenPage & { wish: (wish: PanelWish) => Promise<void> } {
  const [frames, setFrames] = useState<ReadonlyMap<number, Frame>>(new Map())
  const [selected, setSelected] = useState<OpenPage['selected']>(null)
  const [picked, setPicked] = useState<string | null>(null)

  const wish = useCallback(
    async (wish: PanelWish) => {
      try {
        await chrome.tabs.sendMessage(tabId, wish)
      } catch {
        // Nobody hears it where no page is read.
      }
    },
    [tabId],
  )

  useEffect(() => {
    const start = async () => {
      setFrames(new Map())
      setSelected(null)
      setPicked(null)
      // Where the person lets the extension read, nothing has to be pressed.
      await readTab(tabId)
      await wish({ kind: 'report' })
    }
    const onMessage = (message: unknown, sender: chrome.Sender) => {
      if (!isMessage(message) || sender.tab?.id !== tabId) return undefined
      const frameId = sender.frameId ?? 0
      if (message.kind === 'read')
        setFrames(before => new Map(before).set(frameId, { urls: message.urls, known: message.known }))
      if (message.kind === 'selected')
        // A frame that loses its selection says nothing of what is selected in another.
        setSelected(before =>
          message.words !== ''
            ? { words: message.words, frameId }
            : before?.frameId === frameId
              ? null
              : before,
        )
      if (message.kind === 'picked') setPicked(message.id)
      return undefined
    }
    const onUpdated = (id: number, { status }: { status?: string }) => {
      if (id === tabId && status === 'complete') void start()
    }
    chrome.runtime.onMessage.addListener(onMessage)
    chrome.tabs.onUpdated.addListener(onUpdated)
    void start()
    return () => {
      chrome.runtime.onMessage.removeListener(onMessage)
      chrome.tabs.onUpdated.removeListener(onUpdated)
    }
  }, [tabId, wish])

  const inOrder = [...frames].toSorted(([a], [b]) => a - b).map(([, frame]) => frame)
  const page =
    inOrder.length === 0
      ? EMPTY
      : { read: true, urls: inOrder[0]?.urls ?? [], known: mergeFrames(inOrder.map(({ known }) => known)) }
  return { tabId, ...page, selected, picked, wish }
}
