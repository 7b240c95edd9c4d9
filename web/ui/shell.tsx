import { useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { useKeys } from './keys.ts'
import { Notices } from './notify.tsx'
import { SessionEnded } from './session-ended.tsx'
import classes from './shell.module.css'
import { ShellHeader } from './shell-header.tsx'

// Read when they are first opened: the first page does not wait for them.
const loadPalette = () => import('./palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.tsx')).KeysHelp }))

/** What surrounds every page: the header, the palette, the keys, the landmarks. */
export function Shell() {
  const [keysOpened, keysDialog] = useDisclosure(false)
  const [dialogs, setDialogs] = useState({ palette: false, keys: false })
  const { toggleColorScheme } = useMantineColorScheme()
  const navigation = useNavigation()
  const main = useFocusOnArrival()

  function openPalette() {
    setDialogs(wanted => ({ ...wanted, palette: true }))
    void loadPalette().then(palette => palette.showPalette())
  }
  function openKeys() {
    setDialogs(wanted => ({ ...wanted, keys: true }))
    keysDialog.open()
  }

  useKeys('Everywhere', [
    { keys: 'mod+K', does: 'Search, or go anywhere', run: openPalette },
    { keys: '/', does: 'Search', run: openPalette },
    { keys: '?', does: 'Show the keys', run: openKeys },
    { keys: 'mod+J', does: 'Light or dark', run: toggleColorScheme },
  ])

  return (
    <div className={classes.shell}>
      <a href="#main" className={`${classes.skip} no-print`}>
        Skip to the page
      </a>
      <ShellHeader onSearch={openPalette} onKeys={openKeys} />
      <div
        className={classes.progress}
        data-busy={navigation.state !== 'idle' || undefined}
        aria-hidden="true"
      />
      <SessionEnded />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <footer className={`${classes.footer} no-print`}>
        <span>Counterclaim: what public statements say, and where they contradict each other.</span>
        <a href="/api/docs">API</a>
      </footer>
      <Suspense fallback={null}>
        {dialogs.palette ? <Palette onKeys={openKeys} /> : null}
        {dialogs.keys ? <KeysHelp opened={keysOpened} onClose={keysDialog.close} /> : null}
      </Suspense>
      <Notices />
      <ScrollRestoration />
    </div>
  )
}

/** A new page takes the focus, as a page load would: a screen reader starts there, and Tab goes on from there. */
function useFocusOnArrival() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const seen = useRef(pathname)
  useEffect(() => {
    if (seen.current === pathname) return
    seen.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}
