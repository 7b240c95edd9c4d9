import { IconAlertTriangle } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { SourceItem } from '#contract/sources.ts'
import { itemsOf } from '../../api/keyset.ts'
import { count, SOURCE_KIND_LABELS } from '../../ui/labels.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PartialDateText } from '../../ui/partial-date.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type SourceFilter, sourceList } from './queries.ts'
import classes from './sources.module.css'

/** The sources that match, newest first. `empty` stands where there are none at all. */
export function SourceList({ filter, empty }: { filter: SourceFilter; empty: ReactNode }) {
  const query = useInfiniteQuery(sourceList(filter))
  const filtered = (filter.q ?? '') !== '' || filter.outlet.length > 0 || filter.kind.length > 0
  return (
    <Loaded query={query} shape="list">
      {data => {
        const sources = itemsOf(data)
        if (sources.length === 0)
          return filtered ? (
            <EmptyState title="No source matches" text="Try fewer words, or clear the filters." />
          ) : (
            empty
          )
        return (
          <div aria-busy={query.isPlaceholderData || undefined} className={classes.results}>
            <ul className={classes.list} aria-label="Sources">
              {sources.map(source => (
                <Row key={source.id} source={source} />
              ))}
            </ul>
            <LoadMore query={query} noun="sources" />
          </div>
        )
      }}
    </Loaded>
  )
}

function Row({ source }: { source: SourceItem }) {
  const { authors, claims, disputed, kind, outlet, published, title } = source
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Link to={`/sources/${source.id}`} className={classes.title}>
          {title}
        </Link>
        <div className={`${classes.facts} dotted`}>
          {outlet ? <span>{outlet}</span> : null}
          <span>{SOURCE_KIND_LABELS[kind]}</span>
          <span>
            <PartialDateText value={published} />
          </span>
          {authors.length > 0 ? <span>{authors.join(', ')}</span> : null}
        </div>
      </div>
      <div className={classes.counts}>
        <span>{claims === 0 ? 'No claims yet' : count(claims, 'claim')}</span>
        {disputed > 0 ? (
          <span className={classes.disputed}>
            <IconAlertTriangle size={15} aria-hidden />
            {disputed} disputed
          </span>
        ) : null}
      </div>
    </li>
  )
}
