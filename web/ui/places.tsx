import { NavLink } from 'react-router'
import { atLeast, type Role } from '#domain/vocabulary.ts'
import { useMe } from '../api/session.ts'
import classes from './shell.module.css'

/** A place with a role is shown to that one and those above it. */
type Place = { to: string; label: string; role?: Role }

const PLACES: readonly Place[] = [
  { to: '/', label: 'Disputed points' },
  { to: '/sources', label: 'Sources' },
  { to: '/claims', label: 'Claims' },
  { to: '/review', label: 'Review', role: 'editor' },
  { to: '/watch', label: 'Watch', role: 'researcher' },
  { to: '/check', label: 'Check a draft', role: 'researcher' },
]

/** The main places, as links. */
export function Places({ onGo }: { onGo?: () => void }) {
  const role = useMe()?.account?.role ?? null
  return PLACES.filter(place => place.role === undefined || atLeast(role, place.role)).map(place => (
    <NavLink
      key={place.to}
      to={place.to}
      end={place.to === '/'}
      className={classes.place ?? ''}
      onClick={() => onGo?.()}
    >
      {place.label}
    </NavLink>
  ))
}
