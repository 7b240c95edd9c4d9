import { NavLink } from 'react-router'
import classes from './shell.module.css'

const PLACES = [
  { to: '/', label: 'Disputed points' },
  { to: '/sources', label: 'Sources' },
  { to: '/claims', label: 'Claims' },
]

/** The main places, as links. */
export function Places({ onGo }: { onGo?: () => void }) {
  return PLACES.map(place => (
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
