import { listProcesses, signal, until } from './processes.ts'

/** What a browser's own helpers take to notice that the browser is gone. */
const GRACE_MS = 5_000

/** Waits a moment for a process group to end, then ends it. Returns whether it had to. */
export async function endGroup(group: number): Promise<boolean> {
  const ended = () => !listProcesses().some(process => process.group === group)
  if (await until(ended, GRACE_MS)) return false
  signal(-group, 'SIGKILL')
  return true
}
