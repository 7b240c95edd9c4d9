import { Kbd, Modal, Switch } from '@mantine/core'
import { sayKey, useKeyGroups, useSingleKeys } from './keys.ts'
import classes from './keys-help.module.css'
import { useFocusBack } from './use-focus-back.ts'

/** Every key that works here. */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  useFocusBack(opened)
  const groups = useKeyGroups()
  const [singleKeys, setSingleKeys] = useSingleKeys()
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="md">
      {groups.map(group => (
        <section key={group.title} className={classes.group}>
          <h3 className={classes.title}>{group.title}</h3>
          <dl className={classes.keys}>
            {group.keys.map(key => (
              <div key={key.keys} className={classes.key}>
                <dt>
                  {sayKey(key.keys).map(part => (
                    <Kbd key={part}>{part}</Kbd>
                  ))}
                </dt>
                <dd>{key.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        checked={singleKeys}
        onChange={event => setSingleKeys(event.currentTarget.checked)}
        label="Single keys work"
        description="Switch this off if they get in the way of speech input."
      />
    </Modal>
  )
}
