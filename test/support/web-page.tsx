import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach } from 'vitest'
import { createQueryClient } from '../../web/api/query-client.ts'
import { theme } from '../../web/ui/theme.ts'

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  localStorage.clear()
})

/** Renders something of the web inside all it needs: the theme, a query client of its own and a router at `url`. */
export function renderPage(
  element: ReactNode,
  { url = '/', path = '*' }: { url?: string; path?: string } = {},
) {
  const router = createMemoryRouter([{ path, element }], { initialEntries: [url] })
  const view = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { ...view, router }
}
