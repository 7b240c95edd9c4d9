export type Scored = { score: number; positive: boolean }

/** Area under the ROC curve: the chance that a positive scores above a negative, ties counted half; NaN without both. */
export function auroc(rows: readonly Scored[]): number {
  const sorted = rows.toSorted((x, y) => x.score - y.score)
  let [rankSum, positives] = [0, 0]
  for (let i = 0; i < sorted.length; ) {
    let j = i
    while (j < sorted.length && sorted[j]!.score === sorted[i]!.score) j++
    const rank = (i + 1 + j) / 2
    for (let k = i; k < j; k++)
      if (sorted[k]!.positive) {
        rankSum += rank
        positives++
      }
    i = j
  }
  const negatives = rows.length - positives
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** Average precision: the mean of the precision at each positive, highest score first (ties: as a block). */
export function averagePrecision(rows: readonly Scored[]): number {
  const sorted = rows.toSorted((x, y) => y.score - x.score)
  const all = rows.filter(row => row.positive).length
  let [hits, sum] = [0, 0]
  for (let i = 0; i < sorted.length; ) {
    let j = i
    let block = 0
    while (j < sorted.length && sorted[j]!.score === sorted[i]!.score) if (sorted[j++]!.positive) block++
    hits += block
    sum += block * (hits / j)
    i = j
  }
  return sum / all
}

/**
 * Precision at a given prevalence of positives and a given recall: the share of false alarms at the score that reaches the recall,
 * weighted to the prevalence.
 */
export function precisionAt(rows: readonly Scored[], prevalence: number, recall: number): number {
  const positives = rows
    .filter(row => row.positive)
    .map(row => row.score)
    .toSorted((x, y) => y - x)
  const negatives = rows.filter(row => !row.positive)
  if (positives.length === 0 || negatives.length === 0) return Number.NaN
  const cut = positives[Math.max(0, Math.ceil(recall * positives.length) - 1)]!
  const reached = positives.filter(score => score >= cut).length / positives.length
  const alarms = negatives.filter(row => row.score >= cut).length / negatives.length
  return (reached * prevalence) / (reached * prevalence + alarms * (1 - prevalence))
}

/** Expected calibration error over ten bins of equal width (Naeini et al. 2015). */
export function calibrationError(rows: readonly Scored[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, score: 0, hits: 0 }))
  for (const row of rows) {
    const bin = bins[Math.min(9, Math.floor(row.score * 10))]!
    bin.n++
    bin.score += row.score
    if (row.positive) bin.hits++
  }
  return bins.reduce((sum, bin) => sum + (bin.n > 0 ? Math.abs(bin.score - bin.hits) : 0), 0) / rows.length
}
