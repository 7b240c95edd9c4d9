import type { Speaker, SpeakerBrief } from '#contract/speakers.ts'
import type { SpeakerBriefRow, SpeakerRow } from './store.ts'

export function viewSpeakerBrief(row: SpeakerBriefRow): SpeakerBrief {
  return { id: row.id, name: row.name, kind: row.kind, role: row.role }
}

export function viewSpeaker(row: SpeakerRow): Speaker {
  return {
    ...viewSpeakerBrief(row),
    version: row.version,
    disambiguation: row.disambiguation,
    aliases: row.aliases,
    wikidataId: row.wikidataId,
    claims: row.claims,
  }
}
