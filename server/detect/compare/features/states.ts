import type { StatePair } from '../state-pairs.ts'
import type { FeatureGroup } from './group.ts'

const strength = ({ weight, balance }: StatePair): number => weight * Math.abs(balance)

/** Of the questions about the state of affairs that both statements answer: how the answers go together, and how surely. */
export const states: FeatureGroup = {
  names: [
    'statesA',
    'statesB',
    'stateAlike',
    'stateAlikeOtherWords',
    'stateAlikeLinked',
    'stateAlikeSum',
    'stateApart',
    'stateApartLinked',
    'stateApartLasting',
    'stateApartSum',
    'stateApartUnreal',
    'stateApartQuestions',
    'stateTurned',
    'stateTurnedLinked',
    'stateClauseTurned',
    'stateBalance',
  ],
  fill({ pair }, out, at) {
    const s = {
      alike: 0,
      other: 0,
      alikeLinked: 0,
      alikeSum: 0,
      apart: 0,
      apartLinked: 0,
      lasting: 0,
      apartSum: 0,
      unreal: 0,
      questions: 0,
      turned: 0,
      turnedLinked: 0,
      clause: 0,
    }
    for (const one of pair.states) {
      const w = strength(one)
      if (one.a.clauseSign !== one.b.clauseSign) s.clause = Math.max(s.clause, w)
      if (one.balance < 0) {
        s.alike = Math.max(s.alike, w)
        s.alikeSum += w
        if (!one.sameWords) s.other = Math.max(s.other, w)
        s.alikeLinked = Math.max(s.alikeLinked, w * one.link)
      } else if (!one.turned) {
        s.apart = Math.max(s.apart, w)
        s.apartSum += w
        s.questions = Math.max(s.questions, one.apart)
        s.apartLinked = Math.max(s.apartLinked, w * one.link)
        if (one.lasting) s.lasting = Math.max(s.lasting, w)
        if (one.unreal) s.unreal = Math.max(s.unreal, w)
      } else {
        s.turned = Math.max(s.turned, w)
        s.turnedLinked = Math.max(s.turnedLinked, w * one.link)
      }
    }
    out.set(
      [
        pair.a.states.length,
        pair.b.states.length,
        s.alike,
        s.other,
        s.alikeLinked,
        s.alikeSum,
        s.apart,
        s.apartLinked,
        s.lasting,
        s.apartSum,
        s.unreal,
        s.questions,
        s.turned,
        s.turnedLinked,
        s.clause,
        s.apartSum + s.turned - s.alikeSum,
      ],
      at,
    )
  },
}
