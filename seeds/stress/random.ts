/** The next number in [0, 1). */
export type Random = () => number

/** A generator of numbers that are the same for the same seed: sfc32 of Chris Doty-Humphrey's PractRand. */
export function seeded(seed: number): Random {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // The first numbers of two near seeds are alike.
  for (let round = 0; round < 16; round++) next()
  return next
}

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))

export const chance = (random: Random, probability: number): boolean => random() < probability

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!
}

/** How often each of some items comes up, in proportion. */
export type Weights<Item> = readonly (readonly [Item, number])[]

export function weighted<Item>(random: Random, weights: Weights<Item>): Item {
  let left = random() * weights.reduce((sum, [, weight]) => sum + weight, 0)
  return (weights.find(([, weight]) => (left -= weight) < 0) ?? weights.at(-1)!)[0]
}

/** Draws an index below `count`: the one of rank r with a probability in proportion to 1 / r^exponent. */
export function zipf(count: number, exponent = 1): (random: Random) => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let rank = 1; rank <= count; rank++) sums[rank - 1] = sum += rank ** -exponent
  return random => {
    const wanted = random() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** A number whose logarithm is normal; `spread` is the standard deviation of the logarithm. Box and Muller 1958. */
export function logNormal(random: Random, median: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return median * Math.exp(normal * spread)
}

/** `items` in an order of chance (Fisher and Yates). */
export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const list = [...items]
  for (let last = list.length - 1; last > 0; last--) {
    const other = between(random, 0, last)
    ;[list[last], list[other]] = [list[other]!, list[last]!]
  }
  return list
}
