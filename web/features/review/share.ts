import type { Precision } from '#contract/suggestions.ts'

type Measured = NonNullable<Precision['measured']>

const percent = (share: number) => Math.round(share * 100)

/** `82 %`. */
export function sayPercent(share: number): string {
  return `${percent(share)} %`
}

/** `82 % (70–90 %)`: a share with its interval. */
export function sayShare({ share, low, high }: Measured): string {
  return `${percent(share)} % (${percent(low)}–${percent(high)} %)`
}
