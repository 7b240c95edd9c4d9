import '../interpret-schemas.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '../api/query-client.ts'
import { cssVariables, theme } from '../ui/theme.ts'
import '../ui/palette.css'
import '@mantine/core/styles.layer.css'
import '../ui/base.css'
import './frame.css'

/** Shows one of the extension's own pages. */
export function showPage(page: ReactNode): void {
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={createQueryClient()}>{page}</QueryClientProvider>
    </MantineProvider>,
  )
}
