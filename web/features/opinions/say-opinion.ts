import type { Opinion } from '#contract/opinions.ts'
import { leaningOf, type Verdict } from '#domain/opinion.ts'

const LEANINGS: Record<keyof Verdict, string> = {
  contradicts: 'holds that they contradict',
  agrees: 'holds that they agree',
  neither: 'holds that both can be true',
}

/** `holds that they contradict, 92 %`. */
export function sayVerdict(verdict: Verdict): string {
  const leaning = leaningOf(verdict)
  return `${LEANINGS[leaning]}, ${sayPercent(verdict[leaning])}`
}

/** `contradict 92 %, agree 3 %, neither 5 %`. */
export function sayProbabilities({ contradicts, agrees, neither }: Verdict): string {
  return `contradict ${sayPercent(contradicts)}, agree ${sayPercent(agrees)}, neither ${sayPercent(neither)}`
}

const sayPercent = (share: number) => `${Math.round(share * 100)} %`

/** The last opinion of each adviser, as `items` has the newest first. */
export function lastOfEach(items: readonly Opinion[]): Opinion[] {
  return items.filter(
    (opinion, index) => items.findIndex(({ adviser }) => adviser === opinion.adviser) === index,
  )
}
