import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Source } from '#contract/sources.ts'
import { SOURCE_KIND_LABELS } from '../../ui/labels.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { PartialDateText } from '../../ui/partial-date.tsx'
import { languageName } from './language-names.ts'
import classes from './sources.module.css'

/** What is known of a source, over its text. `onEdit` and `onCapture` are for those who may. */
export function SourceHead({
  source,
  onEdit,
  onCapture,
}: {
  source: Source
  onEdit?: (() => void) | undefined
  onCapture?: (() => void) | undefined
}) {
  const { authors, modified, accessed, url, note } = source
  return (
    <>
      <PageTitle
        title={source.title}
        serif
        eyebrow={[SOURCE_KIND_LABELS[source.kind], source.outlet].filter(Boolean).join(' · ')}
        lead={
          <dl className={classes.meta}>
            {authors.length > 0 ? <Fact name="By">{authors.join(', ')}</Fact> : null}
            <Fact name="Published">
              <PartialDateText value={source.published} unknown="unknown" />
            </Fact>
            {modified ? (
              <Fact name="Modified">
                <PartialDateText value={modified} />
              </Fact>
            ) : null}
            {accessed ? (
              <Fact name="Read">
                <PartialDateText value={accessed} />
              </Fact>
            ) : null}
            {source.language === 'en' ? null : <Fact name="Language">{languageName(source.language)}</Fact>}
            {url ? (
              <Fact name="At">
                <a href={url} target="_blank" rel="noopener noreferrer" className={classes.address}>
                  {hostOf(url)}
                  <IconExternalLink size={14} aria-label="opens in a new tab" />
                </a>
              </Fact>
            ) : null}
          </dl>
        }
        actions={
          <>
            {onCapture ? (
              <Button variant="default" onClick={onCapture}>
                Capture again
              </Button>
            ) : null}
            {onEdit ? (
              <Button variant="default" onClick={onEdit}>
                Correct
              </Button>
            ) : null}
          </>
        }
      />
      {note ? <p className={classes.note}>{note}</p> : null}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
}
