import { useCallback } from 'react'
import { notify } from '../../ui/notify.tsx'
import classes from './bookmarklet.module.css'
import { bookmarkletFor } from './bookmarklet.ts'

/** The bookmark, to be dragged to the browser's bookmarks. */
export function BookmarkLink() {
  // React writes no such address; here it is what the link is for.
  const attach = useCallback((link: HTMLAnchorElement | null) => {
    link?.setAttribute('href', bookmarkletFor(window.location.origin))
  }, [])
  return (
    <a
      ref={attach}
      href="#bookmark"
      className={classes.bookmark}
      onClick={event => {
        event.preventDefault()
        notify({ message: 'Drag it to your bookmarks; it is pressed on the page whose words you need.' })
      }}
    >
      Make a claim
    </a>
  )
}
