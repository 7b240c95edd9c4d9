import { z } from 'zod'
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

const Messages = z.object({ messages: z.array(z.object({ content: z.string() })) })

/** What a model was told, as a person reads it: of a chat the messages, without what the endpoint is told beside them. */
export function sayRequest(request: string): string {
  const chat = Messages.safeParse(readJson(request))
  return chat.success
    ? chat.data.messages.map(({ content }) => overLines(content)).join('\n\n')
    : overLines(request)
}

/** JSON over several lines; what is none stays as it is. */
export function overLines(text: string): string {
  const value = readJson(text)
  return value === undefined ? text : JSON.stringify(value, null, 2)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
