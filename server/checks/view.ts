import { z } from 'zod'
import { CheckedSentence, type CheckReport, type CheckReportItem } from '#contract/checks.ts'
import type { ClaimItem } from '#contract/claims.ts'
import type { ReportItemRow, ReportRow } from './store.ts'

const Findings = z.array(CheckedSentence)

/** The sentences of a report as they were stored. */
export const findingsOf = (row: ReportRow): CheckedSentence[] => Findings.parse(row.findings)

export function viewReportItem(row: ReportItemRow): CheckReportItem {
  return {
    id: row.id,
    title: row.title,
    sentences: row.sentences,
    conflicting: row.conflicting,
    repeating: row.repeating,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
  }
}

export function viewReport(row: ReportRow, sentences: CheckedSentence[], claims: ClaimItem[]): CheckReport {
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    modelVersion: row.modelVersion,
    sentences,
    claims,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
  }
}
