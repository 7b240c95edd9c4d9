import { describe, expect, test } from 'vitest'
import { analyse } from '../../../server/detect/analyse.ts'

const YEAR = 31_557_600

/** The quantities of a statement as "words: interval dimension head", with parentheses where an end is excluded; ages in years. */
function amountsOf(statement: string): string[] {
  const { quantities, text, start, end } = analyse(statement)
  return quantities.map(({ from, to, low, high, openLow, openHigh, dimension, head }) => {
    const words = text.slice(start[from], end[to - 1])
    const told = (value: number | null) =>
      value === null ? '' : String(Number((dimension === 'age' ? value / YEAR : value).toFixed(3)))
    const interval = `${openLow ? '(' : '['}${told(low)}, ${told(high)}${openHigh ? ')' : ']'}`
    return `${words}: ${interval} ${dimension} ${head}`.trim()
  })
}

describe('how much', () => {
  test.each([
    ['The hearing lasted less than an hour.', 'less than an hour: [, 3600) duration'],
    ['He was away for a year and a half.', 'a year and a half: [47336400, 47336400] duration'],
    [
      'The crossing took two hours, four minutes and ten seconds.',
      'two hours, four minutes and ten seconds: [7450, 7450] duration',
    ],
    ['The crossing took two hours and four minutes.', 'two hours and four minutes: [7440, 7440] duration'],
    ['The detour adds half an hour.', 'half an hour: [1800, 1800] duration'],
    [
      'The queue was three quarters of a mile long.',
      'three quarters of a mile: [1207.008, 1207.008] length length',
    ],
    ['She won by three hundredths of a second.', 'three hundredths of a second: [0.03, 0.03] duration'],
    ['The abbey owes a quarter of a million pesos.', 'quarter of a million pesos: [250000, 250000] money'],
    ['He talked for the better part of an hour.', 'better part of an hour: (1800, 3600] duration'],
    ['The lake lies forty nautical miles off.', 'forty nautical miles: [74080, 74080] length'],
    ['The tank holds 12 cubic metres.', '12 cubic metres: [12000, 12000] volume'],
    ['She ran ten metres a second.', 'ten metres a second: [36, 36] speed'],
    ['Rates went up by 75 basis points.', '75 basis points: [0.75, 0.75] percent'],
    ['Prices are three times as high as in 2020.', 'three times: [200, 300) percent'],
    ['Prices are more than three times as high as in May.', 'more than three times: (200, ] percent'],
    ['The force is less than half as large.', 'less than half: [, 50) percent'],
    ['Sales were almost twice those of May.', 'almost twice: [88, 200) percent'],
    ['The site has 10.2m users.', '10.2m: [10200000, 10200000] count user'],
    ['The bay lost almost half its oysters.', 'almost half: [44, 50) percent oyster'],
    ['The pact runs for a decade.', 'a decade: [315576000, 315576000] duration'],
    ['The villa sold for 88,000 pounds.', '88,000 pounds: [88000, 88000] money'],
    ['The lamb weighed nine pounds.', 'nine pounds: [4.082, 4.082] mass'],
    ['Widow scoops 8m', '8m: [8000000, 8000000] money'],
    ['The wall is 8m high.', '8m: [8, 8] length height'],
    ['It stayed below zero all week.', 'below zero: [, 0) temperature'],
    ['Rates went up by half a percentage point.', 'half a percentage point: [0.5, 0.5] percent'],
    ['Tens of thousands marched in Oslo.', 'Tens of thousands: [10000, ] count'],
    ['Between them, 20-30 people came.', '20-30: [20, 30] count person'],
    ['Prices at the fair tripled.', 'tripled: [200, 300) percent'],
    ['Twice as many ships called at the port.', 'Twice: [100, 200) percent'],
    ['Half as many ships called at the port.', 'Half: [50, 50] percent'],
  ])('%s', (statement, amount) => {
    expect(amountsOf(statement)).toContain(amount)
  })
})

describe('bounds', () => {
  test.each([
    ['Nearly a third of the posts are vacant.', 'Nearly a third: [29.333, 33.333) percent post'],
    ['Little over half of the seats were sold.', 'Little over half: (50, 56] percent seat'],
    ['The talk took no longer than ten minutes.', 'no longer than ten minutes: [, 600] duration'],
    ['Nobody may bring more than two bags.', 'more than two: [, 2] count bag'],
    ['The queue never exceeded 40 cars.', 'exceeded 40: [, 40] count car'],
    ['The mercury did not fall below 14 degrees.', 'below 14 degrees: [14, ] temperature'],
    ['Tickets were limited to 500 guests.', 'limited to 500: [, 500] count guest'],
    ['Fans aged 18 and over may enter.', '18 and over: [18, ] age'],
    ['Nobody over 60 was hired.', 'over 60: (60, ] count'],
    ['Divers worked beneath 800 metres of ice.', '800 metres: [800, 800] length ice'],
    ['No water came out for more than a week.', 'more than a week: [, 604800] duration'],
    ['No water has come out for more than a week.', 'more than a week: (604800, ] duration'],
    ['A guide may lead six guests at most.', 'six: [, 6] count guest'],
    ['The council could not reach a majority.', 'majority: [, 50] percent'],
    ['As many as 70 seals may live there.', 'As many as 70: [14, 70] count seal'],
    ['The wall is just short of nine metres.', 'just short of nine metres: [7.92, 9) length'],
    ['The senate passed 12 bills.', '12: [12, 12] count bill'],
    ['The mare is faster than three horses.', 'three: [3, 3] count horse'],
    ['Rebels handed over the two pilots.', 'two: [2, 2] count pilot'],
  ])('%s', (statement, amount) => {
    expect(amountsOf(statement)).toContain(amount)
  })
})

describe('ages', () => {
  test.each([
    ['The singer is in her sixties.', 'sixties: [60, 70) age'],
    ['Ivo Marek, 17, won the race.', '17: [17, 17] age'],
    ['At 89, the painter has stopped.', '89: [89, 89] age'],
    ['The widow was 101 when she died.', '101: [101, 101] age'],
    ['At sixteen she left the town.', 'sixteen: [16, 16] age'],
    ['The singer died in Rome at 79.', '79: [79, 79] age'],
    ['The baron, who is 89, was there.', '89: [89, 89] age'],
    ['A man of 91 was found in the hut.', '91: [91, 91] age'],
    ['A 17-year-old won the race.', '17-year-old: [17, 17] age'],
    ['The oak is more than 400 years old.', 'more than 400 years old: (400, ] age'],
    ['She kept her hundredth birthday quiet.', 'hundredth birthday: [100, 100] age'],
    ['Vets put the age of the bear at 15.', '15: [15, 15] age'],
    ["Vets put the bear's age at 15.", '15: [15, 15] age'],
  ])('%s', (statement, amount) => {
    expect(amountsOf(statement)).toContain(amount)
  })
})

describe('shares', () => {
  test.each([
    ['Every tenth job will go.', 'Every tenth: [10, 10] percent job'],
    ['Every other shop is shut.', 'Every other: [50, 50] percent shop'],
    ['Each of the six bridges was hit.', 'Each: [100, 100] percent bridge'],
    ['The mould was found in each of the six vats.', 'each: [100, 100] percent vat'],
    ['Of the four gates, all were open.', 'all: [100, 100] percent gate'],
    ['Two in every three tenants paid.', 'Two in every three: [66.667, 66.667] percent tenant'],
    ['Of the 24 divers, nine came back.', 'nine: [37.5, 37.5] percent diver'],
    ['One train in four was late.', 'One train in four: [25, 25] percent train'],
    ['Not one voter in twenty came.', 'one voter in twenty: [, 5) percent voter'],
    ["Most of the country's buses stood still.", 'Most: (50, ] percent bus'],
    ['All but two of the ten climbers came back.', 'two: [8, 8] count climber'],
    ['The bulk of the icons are lost.', 'bulk: (50, ] percent icon'],
    ['They did not find a single mine.', 'a single: [0, 0] count mine'],
    ['A lone gunman opened fire.', 'lone: [1, 1] count gunman'],
  ])('%s', (statement, amount) => {
    expect(amountsOf(statement)).toContain(amount)
  })
})

test.each([
  'Flight 370 vanished.',
  'The 2010 census was wrong.',
  'At no time was the door shut.',
  'No other airport is as large.',
  'Trains leave every day.',
  'No doubt remains.',
])('%s counts nothing', statement => {
  expect(amountsOf(statement)).toEqual([])
})

test.each([
  ['The toll of the quake stands at 64.', 'toll'],
  ['The number of wounded soldiers stands at 64.', 'soldier'],
  ['Two of the 46 sailors drowned.', 'sailor'],
])('%s: what is counted', (statement, head) => {
  expect(analyse(statement).quantities[0]?.head).toBe(head)
})

test.each([
  ['Fares rose by 20 to 90 cents.', ['change', 'level']],
  ['Fares rose from 20 to 90 cents.', ['start', 'level']],
  ['The club needs another 40 players.', ['extra']],
  ['Milk is 7 cents dearer.', ['change']],
  ['The herd has 40 goats.', ['']],
])('%s: what each amount is of a change', (statement, roles) => {
  expect(analyse(statement).quantities.map(({ role }) => role)).toEqual(roles)
})

test.each([
  ['The guns fired 2,000 shells a day.', 86_400],
  ['The guns fired 2,000 shells daily.', 86_400],
  ['The wagons held 60 tonnes of ore each.', -1],
  ['The guns fired 2,000 shells a day ago.', 0],
])('%s: for how long it is told', (statement, per) => {
  expect(analyse(statement).quantities[0]?.per).toBe(per)
})
