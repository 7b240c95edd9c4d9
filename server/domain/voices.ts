/** A source as one who speaks: `voiceId` is the same for sources whose texts are copies of each other. */
export type Speaking = { id: string; outlet: string | null; voiceId: string | null }

/**
 * How many voices speak in those sources: outlets that print a text of their own count one each, whatever else they
 * print; copies of one text count one together, unless an outlet that counts already has it. Five reprints are one voice.
 */
export function countVoices(sources: readonly Speaking[]): number {
  const nameOf = ({ outlet, id }: Speaking) => outlet ?? id
  const copies = new Map<string, Set<string>>()
  const independent = new Set<string>()
  for (const source of sources) {
    if (source.voiceId === null) independent.add(nameOf(source))
    else copies.set(source.voiceId, (copies.get(source.voiceId) ?? new Set()).add(nameOf(source)))
  }
  const others = [...copies.values()].filter(outlets => ![...outlets].some(outlet => independent.has(outlet)))
  return independent.size + others.length
}
