import { Drawer } from '@mantine/core'
import { Places } from './places.tsx'
import classes from './shell.module.css'
import { useFocusBack } from './use-focus-back.ts'

export function PlacesDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  useFocusBack(opened)
  return (
    <Drawer opened={opened} onClose={onClose} title="Counterclaim" size="18rem">
      <nav aria-label="Main" className={classes.drawerNav}>
        <Places onGo={onClose} />
      </nav>
    </Drawer>
  )
}
