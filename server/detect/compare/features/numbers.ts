import type { FeatureGroup } from './group.ts'

export const numbers: FeatureGroup = {
  names: [
    'quantitiesA',
    'quantitiesB',
    'quantitiesPaired',
    'quantityEqual',
    'quantityWithin',
    'quantityOverlapping',
    'quantityApart',
    'quantityApartMatch',
    'quantityApartSum',
    'quantityGap',
    'quantityEqualMatch',
    'quantityWithinMatch',
    'quantityApartSameHead',
    'quantityApartApproximate',
    'quantityLeft',
    'datesA',
    'datesB',
    'dateEqual',
    'dateCompatible',
    'dateApart',
    'dateApartMatch',
    'yearApart',
  ],
  fill({ pair, quantities, dates }, out, at) {
    const q = {
      equal: 0,
      within: 0,
      overlapping: 0,
      apart: 0,
      match: 0,
      sum: 0,
      gap: 0,
      equalMatch: 0,
      withinMatch: 0,
      head: 0,
      about: 0,
    }
    for (const p of quantities) {
      if (p.relation === 'equal') {
        q.equal++
        q.equalMatch = Math.max(q.equalMatch, p.match)
      } else if (p.relation === 'within') {
        q.within++
        q.withinMatch = Math.max(q.withinMatch, p.match)
      } else if (p.relation === 'overlapping') q.overlapping++
      else {
        q.apart++
        q.sum += p.match
        if (p.match > q.match) {
          q.match = p.match
          q.gap = Math.min(4, p.gap)
          q.head = p.sameHead ? 1 : 0
          q.about = p.a.approximate || p.b.approximate ? 1 : 0
        }
      }
    }
    const d = { equal: 0, compatible: 0, apart: 0, match: 0, year: 0 }
    for (const p of dates) {
      d[p.relation]++
      if (p.relation === 'apart') d.match = Math.max(d.match, p.match)
      if (p.relation === 'apart' && p.a.year !== null && p.b.year !== null && p.a.year !== p.b.year) d.year++
    }
    const { quantities: as, dates: datesA } = pair.a.analysis
    const { quantities: bs, dates: datesB } = pair.b.analysis
    out.set(
      [
        as.length,
        bs.length,
        quantities.length,
        q.equal,
        q.within,
        q.overlapping,
        q.apart,
        q.match,
        q.sum,
        q.gap,
        q.equalMatch,
        q.withinMatch,
        q.head,
        q.about,
        Math.min(as.length - quantities.length, bs.length - quantities.length),
        datesA.length,
        datesB.length,
        d.equal,
        d.compatible,
        d.apart,
        d.match,
        d.year,
      ],
      at,
    )
  },
}
