import type { Random } from './random.ts'

/** The time of the made-up database: it only goes forwards, and so do the ids made from it. */
export type Clock = {
  now: () => Date
  advance: (milliseconds: number) => void
  /** A UUID version 7 (RFC 9562, section 5.7), later in order than every one before it. */
  newId: () => string
}

const COUNTER_MAX = 0xfff

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

export function createClock(start: Date, random: Random): Clock {
  let time = start.getTime()
  let counter = 0
  const advance = (milliseconds: number) => {
    if (milliseconds < 1) return
    time += Math.floor(milliseconds)
    counter = 0
  }
  return {
    now: () => new Date(time),
    advance,
    newId: () => {
      if (counter > COUNTER_MAX) advance(1)
      const stamp = hex(time, 12)
      const tail = hex(Math.floor(random() * 2 ** 32), 8) + hex(Math.floor(random() * 2 ** 16), 4)
      const variant = hex(0x8000 | Math.floor(random() * 2 ** 14), 4)
      return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(counter++, 3)}-${variant}-${tail}`
    },
  }
}
