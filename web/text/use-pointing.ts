import { useEffect, useEffectEvent } from 'react'
import { offsetAtPoint } from './caret.ts'
import { type Mark, marksAt } from './marks.ts'
import type { TextDocument } from './text-document.ts'

/** Tells which mark the mouse points at, and which marks were clicked, the shortest first. */
export function usePointing(
  document: TextDocument,
  marks: readonly Mark[],
  on: { point: (id: string | null) => void; pick: (ids: string[]) => void },
): void {
  const idsAt = useEffectEvent(({ clientX, clientY }: MouseEvent) => {
    const offset = offsetAtPoint(document, clientX, clientY)
    return offset === null ? [] : marksAt(marks, offset).map(mark => mark.id)
  })
  const point = useEffectEvent((id: string | null) => {
    const host = document.host()
    if (host) host.style.cursor = id === null ? '' : 'pointer'
    on.point(id)
  })
  const pick = useEffectEvent((event: MouseEvent) => {
    if (window.getSelection()?.isCollapsed !== false) on.pick(idsAt(event))
  })

  useEffect(() => {
    const host = document.host()
    if (!host) return () => {}
    let pointed: string | null = null
    let frame = 0
    const tell = (id: string | null) => {
      if (id === pointed) return
      pointed = id
      point(id)
    }
    const move = (event: PointerEvent) => {
      cancelAnimationFrame(frame)
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return
      frame = requestAnimationFrame(() => tell(idsAt(event)[0] ?? null))
    }
    const leave = () => {
      cancelAnimationFrame(frame)
      tell(null)
    }
    const click = (event: MouseEvent) => pick(event)
    host.addEventListener('pointermove', move)
    host.addEventListener('pointerleave', leave)
    host.addEventListener('click', click)
    return () => {
      cancelAnimationFrame(frame)
      host.removeEventListener('pointermove', move)
      host.removeEventListener('pointerleave', leave)
      host.removeEventListener('click', click)
    }
  }, [document])
}
