import { useEffect } from 'react'

/** The title of the window. Null while it is not known. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} · Counterclaim` : 'Counterclaim'
  }, [title])
}
