import type { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'

export type Listener = {
  /** A payload that was sent with NOTIFY, after the commit of whoever sent it. */
  told: (payload: string) => void
  /** The connection was lost and is there again: what was sent meanwhile has not been heard. */
  missed: () => void
}

/** Hears what is sent on a channel from now on, until the database is closed. Resolves once it does. */
export type Listen = (channel: string, listener: Listener) => Promise<void>

export function listenOverPGlite(pglite: PGlite): Listen {
  return async (channel, { told }) => {
    await pglite.listen(channel, told)
  }
}

const RECONNECT_MS = 1_000

/** Listens on a connection of its own for each channel, and makes another one whenever it is lost. */
export function listenOverPostgres(url: string): { listen: Listen; close: () => Promise<void> } {
  const open = new Set<Client>()
  const waiting = new Set<NodeJS.Timeout>()
  let closed = false

  async function connect(channel: string, listener: Listener): Promise<void> {
    const client = new Client({ connectionString: url, keepAlive: true })
    let hears = false
    const lose = () => {
      if (!hears) return
      hears = false
      open.delete(client)
      void client.end().catch(() => {})
      if (!closed) connectAgain(channel, listener)
    }
    client.on('error', lose)
    client.on('end', lose)
    client.on('notification', ({ payload }) => listener.told(payload ?? ''))
    try {
      await client.connect()
      await client.query(`LISTEN "${channel}"`)
    } catch (error) {
      void client.end().catch(() => {})
      throw error
    }
    hears = true
    open.add(client)
  }

  function connectAgain(channel: string, listener: Listener): void {
    const timer = setTimeout(() => {
      waiting.delete(timer)
      connect(channel, listener).then(listener.missed, () => {
        if (!closed) connectAgain(channel, listener)
      })
    }, RECONNECT_MS)
    waiting.add(timer)
  }

  return {
    listen: connect,
    close: async () => {
      closed = true
      for (const timer of waiting) clearTimeout(timer)
      await Promise.all([...open].map(client => client.end()))
    },
  }
}
