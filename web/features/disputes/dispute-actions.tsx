import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCode, IconPrinter, IconQuote } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { Dispute } from '#contract/disputes.ts'
import { useCan, useMe } from '../../api/session.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FollowButton } from './follow-button.tsx'
import { permalinkOf } from './permalink.ts'
import { PublishButton, type usePublishing } from './publishing.tsx'

// Few readers cite or embed; the others do not wait for it.
const EmbedDialog = lazy(async () => ({
  default: (await import('./embed-dialog.tsx')).EmbedDialog,
}))
const CitationDialog = lazy(async () => ({
  default: (await import('./citation-dialog.tsx')).CitationDialog,
}))

/** What can be done with a disputed point: for everybody, then for editors. */
export function DisputeActions({
  dispute,
  publishing,
}: {
  dispute: Dispute
  publishing: ReturnType<typeof usePublishing>
}) {
  const editor = useCan('editor')
  const signedIn = Boolean(useMe()?.account)
  const [opened, citation] = useDisclosure(false)
  const [embedOpened, embed] = useDisclosure(false)
  const [wanted, setWanted] = useState({ citation: false, embed: false })
  function openCitation() {
    setWanted(known => ({ ...known, citation: true }))
    citation.open()
  }
  function openEmbed() {
    setWanted(known => ({ ...known, embed: true }))
    embed.open()
  }
  return (
    <>
      {signedIn ? <FollowButton id={dispute.id} /> : null}
      <CopyButton value={permalinkOf(dispute)} label="Copy link" />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconQuote size={14} aria-hidden />}
        onClick={openCitation}
      >
        Cite
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPrinter size={14} aria-hidden />}
        onClick={() => window.print()}
      >
        Print
      </Button>
      {dispute.publishedAt === null ? null : (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCode size={14} aria-hidden />}
          onClick={openEmbed}
        >
          Embed
        </Button>
      )}
      {editor ? (
        <>
          <Button variant="default" size="xs" component={Link} to={`/disputes/${dispute.slug}/edit`}>
            Edit
          </Button>
          <PublishButton dispute={dispute} publishing={publishing} />
        </>
      ) : null}
      <Suspense fallback={null}>
        {wanted.citation ? (
          <CitationDialog dispute={dispute} opened={opened} onClose={citation.close} />
        ) : null}
        {wanted.embed ? <EmbedDialog dispute={dispute} opened={embedOpened} onClose={embed.close} /> : null}
      </Suspense>
    </>
  )
}
