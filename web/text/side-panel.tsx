import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react'
import classes from './side-panel.module.css'

/**
 * What is done beside a text: over the margin on a wide screen, as wide as its parent, as a sheet over its foot on a narrow one. The text stays
 * readable and in reach. Opening it moves the focus inside; Escape closes it.
 */
export function SidePanel({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const heading = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const first = ['[data-autofocus]', 'input, textarea', '[tabindex="-1"]']
      .map(wanted => panel.current?.querySelector<HTMLElement>(wanted))
      .find(element => element)
    first?.focus({ preventScroll: true })
  }, [])
  useLayoutEffect(() => {
    const element = panel.current
    const place = () => {
      const { left = 0, width = 0 } = element?.parentElement?.getBoundingClientRect() ?? {}
      element?.style.setProperty('--panel-left', `${left}px`)
      element?.style.setProperty('--panel-width', `${width}px`)
    }
    place()
    window.addEventListener('resize', place)
    return () => window.removeEventListener('resize', place)
  }, [])
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const element = panel.current
    const press = (event: KeyboardEvent) => {
      // A list that is open takes the key for itself.
      const open = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
      if (event.key === 'Escape' && !open && !event.defaultPrevented) close()
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [])
  return (
    <section ref={panel} role="dialog" aria-labelledby={heading} className={`${classes.panel} no-print`}>
      <div className={classes.head}>
        <h2 id={heading} className={classes.title} tabIndex={-1}>
          {title}
        </h2>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      {children}
    </section>
  )
}
