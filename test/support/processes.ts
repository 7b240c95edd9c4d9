import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

export type Process = { pid: number; parent: number; group: number }

/** One line of proc_pid_stat(5): the fields behind the name, which may itself hold brackets and blanks. */
function readStat(pid: string): (Process & { state: string }) | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { pid: Number(pid), state, parent: Number(parent), group: Number(group) }
  } catch {
    return null
  }
}

function readPs(): (Process & { state: string })[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat='], { encoding: 'utf8' })
    .trim()
    .split('\n')
  return lines.map(line => {
    const [pid, parent, group, state = ''] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), group: Number(group), state }
  })
}

/**
 * The processes that run. One that has ended but that nobody has asked about, as happens in containers without an
 * init, is left out.
 */
export function listProcesses(): Process[] {
  const all = fs.existsSync('/proc/self/stat')
    ? fs.readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? (readStat(name) ?? []) : []))
    : readPs()
  return all.filter(({ state }) => !state.startsWith('Z'))
}

/** Sends a signal to a process, or to a group as its negative number; to nobody when there is none any more. */
export function signal(pid: number, what: NodeJS.Signals): void {
  try {
    process.kill(pid, what)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Waits until `done` holds, looking every few milliseconds. Returns false when `withinMs` pass first. */
export async function until(done: () => boolean, withinMs: number): Promise<boolean> {
  const limit = performance.now() + withinMs
  while (!done()) {
    if (performance.now() > limit) return false
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  return true
}
