/** Work that is done one at a time, whoever wakes it how often. */
export type Wakeful = {
  /** Begins the work or, while it goes on, has it done once more after. Nothing once it is stopping. */
  wake: () => void
  /** Resolves when the work in hand has ended. */
  ended: () => Promise<void>
}

/** Does `work` one at a time as it is woken. What it throws is told to `onError`, and ends nothing but that turn. */
export function createWakeful(
  work: () => Promise<void>,
  { isStopping, onError }: { isStopping: () => boolean; onError: (error: unknown) => void },
): Wakeful {
  let [working, again]: [Promise<void> | null, boolean] = [null, false]
  const wake = () => {
    if (isStopping()) return
    if (working) {
      again = true
      return
    }
    again = false
    working = work()
      .catch(onError)
      .finally(() => {
        working = null
        if (again) wake()
      })
  }
  return {
    wake,
    ended: async () => {
      await working
    },
  }
}
