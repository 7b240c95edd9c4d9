import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import {
  type Capture,
  MOST_FILE_BYTES,
  readFile,
  retryCapture,
  type SourceDraft,
  startCapture,
} from '#contract/capture.ts'
import { messageOf } from '../../api/api-error.ts'
import { call } from '../../api/call.ts'
import { capture as captureQuery } from './queries.ts'

/** How a document that is read to make a source of is doing. */
export type Intake = {
  /** The address or file that is being read; null when none is. */
  reading: { from: string; capture: Capture | null } | null
  problem: string | null
  /** Whether what failed can be tried once more. */
  mayRetry: boolean
  fetchAddress: (url: string) => void
  readFiles: (files: readonly File[]) => void
  retry: () => void
  leave: () => void
}

/**
 * Reads documents as drafts of sources. `captureId` is kept by the form, so that an address that is being fetched can be
 * left and come back to; `onCapture` is told when there is another one, or none.
 */
export function useIntake({
  captureId,
  onCapture,
  onDraft,
}: {
  captureId: string
  onCapture: (id: string) => void
  onDraft: (draft: SourceDraft, from: string) => void
}): Intake {
  const client = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const query = useQuery({ ...captureQuery(captureId), enabled: captureId !== '' })
  const capture = captureId === '' ? null : (query.data ?? null)

  const start = useMutation({
    mutationFn: (url: string) => call(startCapture, { body: { url } }),
    onSuccess: begun => {
      client.setQueryData(captureQuery(begun.id).queryKey, begun)
      onCapture(begun.id)
    },
    onError: error => setProblem(messageOf(error)),
  })
  const again = useMutation({
    mutationFn: (id: string) => call(retryCapture, { params: { id } }),
    onSuccess: begun => client.setQueryData(captureQuery(begun.id).queryKey, begun),
    onError: error => setProblem(messageOf(error)),
  })
  const upload = useMutation({
    mutationFn: async (file: File) =>
      call(readFile, { query: { name: file.name }, body: new Uint8Array(await file.arrayBuffer()) }),
    onSuccess: (draft, file) => onDraft(draft, file.name),
    onError: (error, file) => setProblem(`${file.name} was not read. ${messageOf(error)}`),
  })

  const finish = useEffectEvent((draft: SourceDraft, url: string) => {
    onCapture('')
    onDraft(draft, url)
  })
  useEffect(() => {
    if (capture?.state === 'done' && capture.draft) finish(capture.draft, capture.url)
  }, [capture])

  function readFiles(files: readonly File[]) {
    const [file] = files
    if (!file || upload.isPending) return
    onCapture('')
    const limit = MOST_FILE_BYTES / 1_000_000
    if (files.length > 1) setProblem('A source is one document. Drop one file.')
    else if (file.size > MOST_FILE_BYTES)
      setProblem(`${file.name} is larger than ${limit} MB. Save the part that matters, or paste its words.`)
    else {
      setProblem(null)
      upload.mutate(file)
    }
  }

  const failed = capture?.state === 'failed'
  const gone = captureId !== '' && query.isError ? messageOf(query.error) : null
  return {
    reading: readingOf(),
    problem: problem ?? (failed ? capture.problem : null) ?? gone,
    mayRetry: failed && problem === null,
    fetchAddress: url => {
      setProblem(null)
      start.mutate(url)
    },
    readFiles,
    retry: () => {
      if (capture) again.mutate(capture.id)
    },
    leave: () => {
      setProblem(null)
      onCapture('')
    },
  }

  function readingOf(): Intake['reading'] {
    if (upload.isPending) return { from: upload.variables.name, capture: null }
    if (start.isPending) return { from: start.variables, capture: null }
    if (captureId === '' || failed || query.isError || capture?.state === 'done') return null
    return { from: capture?.url ?? '', capture }
  }
}
