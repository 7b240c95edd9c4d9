import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { count } from '../../ui/labels.ts'
import { copies as copiesQuery } from './queries.ts'
import classes from './sources.module.css'

/** The other sources that print the same text: they count as one voice. Nothing where there are none. */
export function SourceCopies({ id }: { id: string }) {
  const copies = useQuery(copiesQuery(id)).data?.items ?? []
  if (copies.length === 0) return null
  return (
    <details className={classes.copies}>
      <summary>
        The same text stands in {count(copies.length, 'other source')}: together they count as one voice
      </summary>
      <ul>
        {copies.map(({ id, title, outlet }) => (
          <li key={id}>
            <Link to={`/sources/${id}`}>{title}</Link>
            {outlet ? <span className="soft"> · {outlet}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
