const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S

/** Seconds as a person says them: “about 3 minutes”. */
export function sayDuration(seconds: number): string {
  if (seconds < 10) return 'a few seconds'
  if (seconds < MINUTE_S) return `about ${Math.round(seconds / 10) * 10} seconds`
  if (seconds < HOUR_S) return about(seconds / MINUTE_S, 'minute')
  return about(seconds / HOUR_S, 'hour')
}

function about(amount: number, unit: string): string {
  const whole = Math.max(1, Math.round(amount))
  return `about ${whole} ${unit}${whole === 1 ? '' : 's'}`
}
