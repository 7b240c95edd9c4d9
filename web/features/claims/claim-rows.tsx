import { Badge } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { ClaimItem } from '#contract/claims.ts'
import { HOW_PUT_LABELS } from '../../ui/labels.ts'
import { PartialDateText } from '../../ui/partial-date.tsx'
import { SameAs } from '../../ui/same-as.tsx'
import classes from './claims.module.css'

/** Claims as lines that can be read down: the statement first, then who, when and where. */
export function ClaimRows({ claims, label }: { claims: readonly ClaimItem[]; label: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {claims.map(claim => (
        <li key={claim.id} className={classes.row}>
          <ClaimLine claim={claim} />
        </li>
      ))}
    </ul>
  )
}

function ClaimLine({ claim }: { claim: ClaimItem }) {
  return (
    <article>
      <p className={classes.statement}>
        <Link to={`/claims/${claim.id}`}>{claim.statement}</Link>
      </p>
      <p className={classes.facts}>
        <Link to={`/speakers/${claim.speaker.id}`}>{claim.speaker.name}</Link>
        {claim.speaker.role ? <span>{claim.speaker.role}</span> : null}
        {claim.said ? (
          <span>
            said <PartialDateText value={claim.said} />
          </span>
        ) : null}
        <Link to={`/sources/${claim.source.id}?claim=${claim.id}`}>
          {claim.source.outlet ?? claim.source.title}
        </Link>
        {claim.topics.map(topic => (
          <Link key={topic.id} to={`/claims?topic=${topic.slug}`}>
            {topic.name}
          </Link>
        ))}
        {claim.appearances > 1 ? <span>{`${claim.appearances} appearances`}</span> : null}
      </p>
      <SameAs claim={claim.sameAs} className={classes.sameAs ?? ''} />
      <p className={classes.marks}>
        {claim.howPut === 'asserted' ? null : <Badge variant="default">{HOW_PUT_LABELS[claim.howPut]}</Badge>}
        {claim.disputed ? (
          <Badge variant="outline" leftSection={<IconScale size={12} aria-hidden />}>
            Disputed
          </Badge>
        ) : null}
      </p>
    </article>
  )
}
