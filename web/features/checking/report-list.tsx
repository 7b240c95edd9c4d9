import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { itemsOf } from '../../api/keyset.ts'
import { count } from '../../ui/labels.ts'
import { LoadMore } from '../../ui/load-more.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './checking.module.css'
import { reports } from './queries.ts'

/** The reports that were kept, newest first. Nothing while there is none. */
export function ReportList() {
  const query = useInfiniteQuery(reports)
  const items = query.data ? itemsOf(query.data) : []
  if (items.length === 0) return null
  return (
    <section className={classes.reports} aria-labelledby="kept-reports">
      <h2 id="kept-reports" className={classes.reportsTitle}>
        Kept reports
      </h2>
      <ul className={classes.reportList}>
        {items.map(report => (
          <li key={report.id}>
            <Link to={`/check/${report.id}`} className={classes.reportTitle}>
              {report.title}
            </Link>
            <span className="soft">
              {`${report.conflicting} of ${count(report.sentences, 'sentence')} in conflict · ${report.createdBy.name} · `}
              <TimeAgo at={report.createdAt} />
            </span>
          </li>
        ))}
      </ul>
      <LoadMore query={query} noun="reports" />
    </section>
  )
}
