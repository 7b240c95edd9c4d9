/** How often each term was given, by whatever it is counted for. */
function tally(terms: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/**
 * Cohen's kappa of what two people said of the same things: the share in which they agree beyond what chance would give,
 * 1 for always, 0 for no more than chance (Cohen 1960, "A coefficient of agreement for nominal scales"). Null when there
 * is nothing to compare, or chance alone would always agree.
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): number | null {
  const [ones, others] = [tally(pairs.map(([one]) => one)), tally(pairs.map(([, other]) => other))]
  const total = pairs.length
  const agreed = pairs.filter(([one, other]) => one === other).length
  // In whole numbers, so that complete chance agreement is found out.
  let chance = 0
  for (const [term, amount] of ones) chance += amount * (others.get(term) ?? 0)
  const possible = total * total - chance
  return possible === 0 ? null : (agreed * total - chance) / possible
}

/**
 * Krippendorff's alpha for nominal data of any number of people, of whom not everybody needs to have said something of
 * everything: 1 for full agreement, 0 for none beyond chance (Krippendorff 2011, "Computing Krippendorff's
 * Alpha-Reliability", section D). `units` holds what was said of each thing; those with one value say nothing and are
 * left out. Null when nothing is left, or all that was ever said is the same.
 */
export function krippendorffAlpha(units: readonly (readonly string[])[]): number | null {
  const compared = units.filter(values => values.length >= 2)
  const total = compared.reduce((sum, values) => sum + values.length, 0)
  let disagreeing = 0
  for (const values of compared) {
    let alike = 0
    for (const amount of tally(values).values()) alike += amount * (amount - 1)
    disagreeing += (values.length * (values.length - 1) - alike) / (values.length - 1)
  }
  let expected = total * total
  for (const amount of tally(compared.flat()).values()) expected -= amount * amount
  return expected === 0 ? null : 1 - ((total - 1) * disagreeing) / expected
}

/** What one person said of one thing. */
export type Judgement = { unit: string; by: string; said: string }

/** How far two people agree on what both have judged. */
export type PairAgreement = {
  one: string
  other: string
  /** How many things both judged, and on how many they said the same. */
  judged: number
  agreed: number
  kappa: number | null
  alpha: number | null
}

export type Agreement = {
  pairs: PairAgreement[]
  /** How many things at least two people judged. */
  judged: number
  /** The mean of the pairs' kappas (Light 1971, "Measures of response agreement for qualitative data"). */
  kappa: number | null
  alpha: number | null
}

/**
 * How far people agree, two by two and all together; of each person one judgement a thing, the first given. Pairs with
 * most in common first.
 */
export function measureAgreement(judgements: readonly Judgement[]): Agreement {
  const units = [...Map.groupBy(judgements, ({ unit }) => unit).values()].map(onePerPerson)
  const common = new Map<string, { one: string; other: string; said: [string, string][] }>()
  for (const readings of units) {
    for (const [index, one] of readings.entries()) {
      for (const other of readings.slice(index + 1)) {
        const key = `${one.by}\n${other.by}`
        const pair = common.get(key) ?? { one: one.by, other: other.by, said: [] }
        pair.said.push([one.said, other.said])
        common.set(key, pair)
      }
    }
  }
  const pairs = [...common.values()].map(({ one, other, said }) => ({
    one,
    other,
    judged: said.length,
    agreed: said.filter(([first, second]) => first === second).length,
    kappa: cohenKappa(said),
    alpha: krippendorffAlpha(said),
  }))
  const kappas = pairs.flatMap(({ kappa }) => kappa ?? [])
  const compared = units.filter(readings => readings.length >= 2)
  return {
    pairs: pairs.toSorted((a, b) => b.judged - a.judged || (a.one + a.other < b.one + b.other ? -1 : 1)),
    judged: compared.length,
    kappa: kappas.length === 0 ? null : kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length,
    alpha: krippendorffAlpha(compared.map(readings => readings.map(({ said }) => said))),
  }
}

/** In the order of the people's names, so that a pair of people is one pair whoever was first. */
function onePerPerson(judgements: readonly Judgement[]): Judgement[] {
  const first = new Map<string, Judgement>()
  for (const judgement of judgements) if (!first.has(judgement.by)) first.set(judgement.by, judgement)
  return [...first.values()].toSorted((a, b) => (a.by < b.by ? -1 : 1))
}
