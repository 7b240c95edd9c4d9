import type { ClaimItem } from '#contract/claims.ts'
import { HOW_PUT_LABELS } from '../../ui/labels.ts'
import { PartialDateText } from '../../ui/partial-date.tsx'

/** How a claim is put, where it is not simply asserted, and when it was said, where that is known: facts of a dotted line. */
export function SayingFacts({ howPut, said }: Pick<ClaimItem, 'howPut' | 'said'>) {
  return (
    <>
      {howPut === 'asserted' ? null : <span>{HOW_PUT_LABELS[howPut].toLowerCase()}</span>}
      {said ? (
        <span>
          <PartialDateText value={said} />
        </span>
      ) : null}
    </>
  )
}
