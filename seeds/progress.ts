const BAR_WIDTH = 24
/** Where output is not a terminal, a line each tenth is enough. */
const LINES = 10
const REDRAW_MS = 100

export type Progress = { advance: (done: number) => void; end: () => void }

const whole = (value: number) => Math.round(value).toLocaleString('en-GB')

/** Shows how far a long piece of work has come: a bar on a terminal, some lines elsewhere. */
export function showProgress(
  what: string,
  total: number,
  out: { isTTY?: boolean; write: (text: string) => unknown },
): Progress {
  const started = performance.now()
  let [drawnAt, drawnTenth] = [0, -1]
  const describe = (done: number) => {
    const seconds = (performance.now() - started) / 1_000
    const rate = done / Math.max(seconds, 0.001)
    const left =
      done > 0 && done < total ? ` · ${whole((total - done) / rate)} s left` : ` · ${whole(seconds)} s`
    return `${whole(done)} of ${whole(total)} ${what} · ${whole(rate)}/s${left}`
  }
  const bar = (done: number) => {
    const full = Math.round((done / total) * BAR_WIDTH)
    return `▕${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}▏`
  }
  return {
    advance: done => {
      if (out.isTTY) {
        if (performance.now() - drawnAt < REDRAW_MS && done < total) return
        drawnAt = performance.now()
        out.write(`\r${bar(done)} ${describe(done)}\u001b[K`)
        return
      }
      const tenth = Math.floor((done / total) * LINES)
      if (tenth === drawnTenth) return
      drawnTenth = tenth
      out.write(`${describe(done)}\n`)
    },
    end: () => {
      if (out.isTTY) out.write('\n')
    },
  }
}
