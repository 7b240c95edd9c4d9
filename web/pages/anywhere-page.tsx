import { Link } from 'react-router'
import { BookmarkLink } from '../features/bookmarklet/bookmark-link.tsx'
import { PageTitle } from '../ui/page-title.tsx'

export function Component() {
  return (
    <>
      <PageTitle title="Claims on any page" lead="Make claims of words where you read them, on any site." />
      <h2>With the browser extension</h2>
      <p>
        It shows the claims made of a page in place, and makes new ones in a panel beside it. Whoever runs
        this server builds it with <code>npm run build:extension</code>; the README says how it is installed.
        It asks with an <Link to="/keys">API key</Link> of yours.
      </p>
      <h2>With a bookmark</h2>
      <p>
        Where no extension can be installed, drag this to your bookmarks. On any page, select the words and
        press it: a window opens with the form, the words and the page’s text filled in.
      </p>
      <p>
        <BookmarkLink />
      </p>
      <p className="soft">Firefox lets no bookmark act on pages whose security policy forbids it.</p>
    </>
  )
}
