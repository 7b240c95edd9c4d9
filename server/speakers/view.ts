import type { SpeakerBrief } from '#contract/speakers.ts'
import type { SpeakerBriefRow } from './store.ts'

export function viewSpeakerBrief(row: SpeakerBriefRow): SpeakerBrief {
  return { id: row.id, name: row.name, kind: row.kind, role: row.role }
}
