import type { Dimension } from './analysis.ts'

/** A unit of measure: what it measures, how many base units it is, and for temperatures what is added first. */
export type Unit = { dimension: Dimension; factor: number; offset?: number; name: string }

const units = new Map<string, Unit>()
function define(dimension: Dimension, entries: Record<string, number>): void {
  for (const [names, factor] of Object.entries(entries))
    for (const name of names.split(' '))
      units.set(name, { dimension, factor, name: names.split(' ')[0] ?? name })
}

define('length', {
  'metre meter metres meters m': 1,
  'kilometre kilometer kilometres kilometers km kms': 1000,
  'centimetre centimeter centimetres centimeters cm': 0.01,
  'millimetre millimeter millimetres millimeters mm': 0.001,
  'mile miles': 1609.344,
  'yard yards yd': 0.9144,
  'foot feet ft': 0.3048,
  'league leagues': 4828,
  'fathom fathoms': 1.8288,
  'inch inches': 0.0254,
})
define('area', {
  'hectare hectares ha': 10_000,
  'acre acres': 4046.86,
  sqkm: 1e6,
  sqmi: 2_589_988,
  sqm: 1,
  sqft: 0.0929,
})
define('mass', {
  'kilogram kilograms kilo kilos kg kgs kilogramme kilogrammes': 1,
  'gram grams gramme grammes g': 0.001,
  'milligram milligrams mg': 1e-6,
  'tonne tonnes': 1000,
  'ton tons': 1000,
  'pound pounds lb lbs': 0.45359,
  'stone stones': 6.35,
  'ounce ounces oz': 0.02835,
})
define('volume', {
  'litre liter litres liters': 1,
  'millilitre milliliter millilitres milliliters ml': 0.001,
  'gallon gallons': 3.785,
  'pint pints': 0.5683,
  'barrel barrels': 158.987,
})
define('duration', {
  'second seconds sec secs': 1,
  'minute minutes min mins': 60,
  'hour hours hr hrs': 3600,
  'day days': 86_400,
  'night nights': 86_400,
  'week weeks': 604_800,
  'fortnight fortnights': 1_209_600,
  'month months': 2_629_800,
  'year years yr yrs': 31_557_600,
  'decade decades': 315_576_000,
  'century centuries': 3_155_760_000,
})
define('power', {
  'watt watts': 1,
  'kilowatt kilowatts kw': 1000,
  'megawatt megawatts mw': 1e6,
  'gigawatt gigawatts gw': 1e9,
})
define('speed', { 'kph kmh': 1, mph: 1.609344, 'knot knots': 1.852 })
define('percent', { 'percent percentage pc %': 1 })
define('money', {
  'dollar dollars $ usd us$': 1,
  'euro euros € eur': 1,
  '£ sterling gbp': 1,
  'pence penny': 0.01,
  'yen ¥': 1,
  'rupee rupees rs ₹': 1,
  'crown crowns': 1,
  'franc francs': 1,
  'peso pesos': 1,
  'rouble roubles ruble rubles': 1,
  yuan: 1,
  won: 1,
  lira: 1,
  'dinar dinars': 1,
  'krone kroner krona kronor': 1,
  'dirham dirhams': 1,
  rand: 1,
  baht: 1,
  ringgit: 1,
  'shilling shillings': 1,
  'zloty zlotys': 1,
  'forint forints': 1,
  'riyal riyals': 1,
  'kopek kopeks': 0.01,
  'cent cents': 0.01,
  '¢': 0.01,
})
units.set('celsius', { dimension: 'temperature', factor: 1, name: 'celsius' })
units.set('fahrenheit', { dimension: 'temperature', factor: 5 / 9, offset: -32, name: 'celsius' })

/** The unit a lower-case word names, or null. "m" is a metre only where the caller has ruled out millions. */
export function unitOf(word: string): Unit | null {
  return units.get(word) ?? null
}

const LITRES = 1000

/** The unit of "cubic metres", or null. */
export function cubicUnitOf(word: string): Unit | null {
  const unit = units.get(word)
  if (unit?.dimension !== 'length') return null
  return { dimension: 'volume', factor: unit.factor ** 3 * LITRES, name: `cubic ${unit.name}` }
}

/** Nautical miles; miles at sea. */
export const SEA_MILE: Unit = { dimension: 'length', factor: 1852, name: 'nautical mile' }

const KPH = 3.6

/** The speed of so much of a length in a time: "ten metres a second". Null where they are no length and time. */
export function speedOf(length: Unit | null, time: string): Unit | null {
  const span = units.get(time)
  if (length?.dimension !== 'length' || span?.dimension !== 'duration' || span.factor > 3600) return null
  return {
    dimension: 'speed',
    factor: (length.factor / span.factor) * KPH,
    name: `${length.name} a ${span.name}`,
  }
}

/** The unit of "square kilometres", "square miles", "square feet", or null. */
export function squareUnitOf(word: string): Unit | null {
  const unit = units.get(word)
  if (unit === undefined || unit.dimension !== 'length') return null
  return { dimension: 'area', factor: unit.factor ** 2, name: `square ${unit.name}` }
}
