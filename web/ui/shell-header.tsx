import { ActionIcon, Burger, Button, Kbd, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKeyboard, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useMe } from '../api/session.ts'
import { AccountMenu } from './account-menu.tsx'
import { sayKey } from './keys.ts'
import { Places } from './places.tsx'
import classes from './shell.module.css'

// Readers without an account, who are most of them, have none.
const Bell = lazy(async () => ({ default: (await import('./bell.tsx')).Bell }))

// Only a narrow screen ever opens it.
const PlacesDrawer = lazy(async () => ({ default: (await import('./places-drawer.tsx')).PlacesDrawer }))

export function ShellHeader({ onSearch, onKeys }: { onSearch: () => void; onKeys: () => void }) {
  const [opened, drawer] = useDisclosure(false)
  const [wanted, setWanted] = useState(false)
  const account = useMe()?.account

  function toggleDrawer() {
    setWanted(true)
    drawer.toggle()
  }

  return (
    <header className={`${classes.header} no-print`}>
      <div className={classes.bar}>
        <Burger
          className={classes.burger ?? ''}
          size="sm"
          opened={opened}
          onClick={toggleDrawer}
          aria-label="Menu"
          aria-expanded={opened}
        />
        <Link to="/" className={classes.wordmark}>
          Counterclaim
        </Link>
        <nav aria-label="Main" className={classes.nav}>
          <Places />
        </nav>
        <div className={classes.tools}>
          <Button
            variant="default"
            size="xs"
            className={classes.search ?? ''}
            leftSection={<IconSearch size={14} aria-hidden />}
            rightSection={
              <Kbd size="xs" aria-hidden="true">
                {sayKey('mod+K').join(' ')}
              </Kbd>
            }
            onClick={onSearch}
          >
            Search
          </Button>
          <ActionIcon
            className={classes.searchIcon ?? ''}
            variant="subtle"
            size="lg"
            aria-label="Search"
            onClick={onSearch}
          >
            <IconSearch size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            className={classes.keys ?? ''}
            variant="subtle"
            size="lg"
            aria-label="Show the keys"
            title="Show the keys"
            onClick={onKeys}
          >
            <IconKeyboard size={18} aria-hidden />
          </ActionIcon>
          <SchemeToggle />
          {account ? (
            <Suspense fallback={null}>
              <Bell accountId={account.id} />
            </Suspense>
          ) : null}
          <AccountMenu />
        </div>
      </div>
      <Suspense fallback={null}>
        {wanted ? <PlacesDrawer opened={opened} onClose={drawer.close} /> : null}
      </Suspense>
    </header>
  )
}

function SchemeToggle() {
  const scheme = useComputedColorScheme('light')
  const { setColorScheme } = useMantineColorScheme()
  const other = scheme === 'dark' ? 'light' : 'dark'
  const label = `Switch to ${other}`
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(other)}
    >
      {scheme === 'dark' ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
    </ActionIcon>
  )
}
