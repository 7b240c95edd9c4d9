import { createBrowserRouter, type RouteObject } from 'react-router'
import { PageError } from './ui/page-error.tsx'
import { Shell } from './ui/shell.tsx'
import { LoadingSkeleton } from './ui/states.tsx'

/** One page a URL. Each page is a chunk of its own, read when it is first opened. */
export const routes: RouteObject[] = [
  {
    path: 'disputes/:slug/embed',
    ErrorBoundary: PageError,
    hydrateFallbackElement: <LoadingSkeleton shape="columns" />,
    lazy: () => import('./pages/dispute-embed-page.tsx'),
  },
  {
    element: <Shell />,
    ErrorBoundary: PageError,
    hydrateFallbackElement: <LoadingSkeleton shape="list" />,
    children: [
      {
        ErrorBoundary: PageError,
        children: [
          { index: true, lazy: () => import('./pages/disputes-page.tsx') },
          { path: 'disputes/new', lazy: () => import('./pages/dispute-new-page.tsx') },
          { path: 'disputes/:slug', lazy: () => import('./pages/dispute-page.tsx') },
          { path: 'disputes/:slug/edit', lazy: () => import('./pages/dispute-edit-page.tsx') },
          { path: 'sources', lazy: () => import('./pages/sources-page.tsx') },
          { path: 'sources/new', lazy: () => import('./pages/source-new-page.tsx') },
          { path: 'sources/:id', lazy: () => import('./pages/source-page.tsx') },
          { path: 'claims', lazy: () => import('./pages/claims-page.tsx') },
          { path: 'claims/:id', lazy: () => import('./pages/claim-page.tsx') },
          { path: 'claims/:id/link', lazy: () => import('./pages/claim-link-page.tsx') },
          { path: 'relations/:id', lazy: () => import('./pages/relation-page.tsx') },
          { path: 'watch', lazy: () => import('./pages/watch-page.tsx') },
          { path: 'speakers/:id', lazy: () => import('./pages/speaker-page.tsx') },
          { path: 'check', lazy: () => import('./pages/check-page.tsx') },
          { path: 'check/:id', lazy: () => import('./pages/check-report-page.tsx') },
          { path: 'review', lazy: () => import('./pages/review-page.tsx') },
          { path: 'sign-in', lazy: () => import('./pages/sign-in-page.tsx') },
          { path: 'join', lazy: () => import('./pages/join-page.tsx') },
          { path: 'anywhere', lazy: () => import('./pages/anywhere-page.tsx') },
          { path: 'annotate', lazy: () => import('./pages/annotate-page.tsx') },
          { path: 'keys', lazy: () => import('./pages/keys-page.tsx') },
          { path: 'admin', lazy: () => import('./pages/admin-page.tsx') },
          { path: '*', lazy: () => import('./pages/not-found-page.tsx') },
        ],
      },
    ],
  },
]

export function createRouter() {
  return createBrowserRouter(routes)
}
