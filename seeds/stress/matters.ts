import { HARM } from './matters/harm.ts'
import type { Matter } from './matters/matter.ts'
import { PUBLIC_LIFE } from './matters/public-life.ts'
import { PUBLIC_SERVICES } from './matters/services.ts'

/** Most common first. */
export const MATTERS: readonly Matter[] = [...PUBLIC_LIFE, ...PUBLIC_SERVICES, ...HARM]

/** Topics of which a claim may bear one more, whatever it is about; most common first. */
export const MORE_TOPICS: readonly string[] = [
  ...new Set([
    ...MATTERS.flatMap(matter => matter.topics),
    ...`Accountability,Statistics,Freedom of information,Corrections,Insurance,Weather,Planning,Procurement,Unions,Farming,
Fisheries,Ports,Aviation,Roads,Pensions,Banking,Taxes,Trade,Prices,Migration,Refugees,Human rights,Privacy,Data
protection,Telecoms,Space,Science,Universities,Museums,Sport,Football,Athletics,Doping,Tourism,Heritage,Archives,
Libraries,Religion,Charities,Food safety,Animal welfare,Forests,Wildfires,Mining,Chemicals,Waste,Climate,Air quality,
Noise,Light pollution,Prisons,Fraud,Corruption,Lobbying,Whistleblowers,Disinformation,Social media,Broadcasting`
      .replaceAll('\n', ' ')
      .split(',')
      .map(topic => topic.trim()),
  ]),
]
