import { arrangePositions, type Dispute, updateDispute } from '#contract/disputes.ts'
import { call } from '../../api/call.ts'
import { differingFields, type EditedDispute, editedDispute, positionsInput } from './arrangement.ts'

/**
 * Writes what differs from `base`: first the sides, then the rest, since each is a write of its own. `onStep` is told
 * what stands after each, so that a refusal of the second does not hide the first.
 */
export async function saveDispute(
  base: Dispute,
  values: EditedDispute,
  onStep: (saved: Dispute) => void,
): Promise<Dispute> {
  const params = { id: base.id }
  const changed = differingFields(values, editedDispute(base))
  let saved = base
  if (changed.includes('positions')) {
    const body = { version: saved.version, positions: positionsInput(values.positions) }
    saved = await call(arrangePositions, { params, body })
    onStep(saved)
  }
  if (changed.some(field => field !== 'positions')) {
    const body = {
      version: saved.version,
      ...(changed.includes('question') && { question: values.question }),
      ...(changed.includes('summary') && { summary: values.summary }),
      ...(changed.includes('state') && { state: values.state }),
      ...(changed.includes('slug') && { slug: values.slug }),
    }
    saved = await call(updateDispute, { params, body })
    onStep(saved)
  }
  return saved
}
