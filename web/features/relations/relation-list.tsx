import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RelationItem } from '#contract/relations.ts'
import { itemsOf } from '../../api/keyset.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { type RelationFilter, relationList } from './queries.ts'
import { RelationCard } from './relation-card.tsx'
import classes from './relations.module.css'

/** Relations that match, each with both claims; `about` is the claim whose page this is, which need not be told again. */
export function RelationList({
  filter,
  about,
  empty,
  voices,
}: {
  filter: RelationFilter
  about?: string
  empty: ReactNode
  /** What else is said of a pair. */
  voices?: (relationId: string) => ReactNode
}) {
  const query = useInfiniteQuery(relationList(filter))
  return (
    <Loaded query={query} shape="list">
      {data => {
        const relations: RelationItem[] = itemsOf(data)
        if (relations.length === 0) return <>{empty}</>
        return (
          <>
            <ul className={classes.list}>
              {relations.map(relation => (
                <li key={relation.id}>
                  <RelationCard relation={relation} about={about} voices={voices?.(relation.id)} />
                </li>
              ))}
            </ul>
            <LoadMore query={query} noun="relations" />
          </>
        )
      }}
    </Loaded>
  )
}
