import { type Logger, pino } from 'pino'

export type Line = { msg: string } & Record<string, unknown>

/** A log that can be waited on: `said` resolves with the first line, past or to come, that is asked for. */
export function listenToLog(): { log: Logger; said: (wanted: (line: Line) => boolean) => Promise<Line> } {
  const lines: Line[] = []
  const listeners = new Set<() => void>()
  const write = (text: string) => {
    lines.push(JSON.parse(text))
    for (const listener of listeners) listener()
  }
  const said = (wanted: (line: Line) => boolean) =>
    new Promise<Line>(resolve => {
      const look = () => {
        const line = lines.find(wanted)
        if (!line) return
        listeners.delete(look)
        resolve(line)
      }
      listeners.add(look)
      look()
    })
  return { log: pino({ level: 'debug' }, { write }), said }
}
