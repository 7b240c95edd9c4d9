import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { askServer } from '../../api/call.ts'
import { readSettings } from '../settings.ts'
import { OpenPagePanel } from './open-page-panel.tsx'
import classes from './panel.module.css'
import { useTab } from './use-page.ts'

/** The side panel: what is known of the page in front of it. */
export function Panel() {
  const tabId = useTab()
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: async () => {
      const settings = await readSettings()
      if (settings) askServer(settings)
      return settings
    },
  })
  const { refetch } = settings
  useEffect(() => {
    const again = () => void refetch()
    chrome.storage.onChanged.addListener(again)
    return () => chrome.storage.onChanged.removeListener(again)
  }, [refetch])
  return (
    <main className={classes.panel}>
      {settings.data === null ? (
        <Unset />
      ) : settings.data && tabId !== null ? (
        <OpenPagePanel key={`${tabId} ${settings.data.origin}`} tabId={tabId} origin={settings.data.origin} />
      ) : null}
    </main>
  )
}

function Unset() {
  return (
    <section className={classes.state}>
      <h1>Counterclaim</h1>
      <p>Say where your server is and give it an API key; then claims are made and shown on any page.</p>
      <Button onClick={() => void chrome.runtime.openOptionsPage()}>Set it up</Button>
    </section>
  )
}
