import fs from 'node:fs'

/** What a browser's own helpers take to notice that the browser is gone. */
const GRACE_MS = 5_000
const LOOK_MS = 50

/** Sends a signal to every process of a group; to nobody when the group is gone. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** State and group of a process, from the fields behind its name in /proc (proc_pid_stat(5)). */
function readStat(pid: string): { state: string; group: number } | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', , group = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state, group: Number(group) }
  } catch {
    return null
  }
}

/**
 * Whether a process of the group still runs. One that has ended but that nobody has asked about, as happens in
 * containers without an init, does not count; where there is no /proc it does.
 */
function groupRuns(group: number): boolean {
  if (fs.existsSync('/proc/self/stat')) {
    return fs
      .readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(readStat)
      .some(stat => stat !== null && stat.group === group && stat.state !== 'Z')
  }
  try {
    return process.kill(-group, 0)
  } catch {
    return false
  }
}

/** Waits a moment for a group to end, then ends it. Returns whether it had to. */
export async function endGroup(group: number): Promise<boolean> {
  const until = performance.now() + GRACE_MS
  while (groupRuns(group)) {
    if (performance.now() > until) {
      signalGroup(group, 'SIGKILL')
      return true
    }
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
  return false
}
