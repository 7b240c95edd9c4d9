import type { Scan } from '#contract/scans.ts'
import { count } from '../../ui/labels.ts'

type Found = Pick<Scan, 'proposed' | 'agreeing' | 'refreshed' | 'withdrawn'>

const numbers = new Intl.NumberFormat('en-GB')

/** What a scan put before the editors, and what it made of earlier suggestions. */
export function sayFound({ proposed, agreeing, refreshed, withdrawn }: Found): string {
  return [
    `${count(proposed - agreeing, 'conflict')} and ${count(agreeing, 'agreement')} proposed`,
    ...(refreshed > 0 ? [`${numbers.format(refreshed)} brought up to date`] : []),
    ...(withdrawn > 0 ? [`${numbers.format(withdrawn)} taken back`] : []),
  ].join(' · ')
}
