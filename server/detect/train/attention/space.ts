import { MAX_WORDS } from '../../compare/attention/encode.ts'
import { BLOCK_NAMES, BLOCKS, type Network, SHAPE } from '../../compare/attention/network.ts'
import { RELATIONS as R } from '../../compare/attention/relations.ts'

/** Room for a network and for what is worked out of a pair while the network learns. */

const { hidden: H, query: D, compare: K } = SHAPE

const block = (name: keyof typeof BLOCKS) => new Float32Array(BLOCKS[name])

/** A network of zeros: room for weights or for their slopes. */
export function emptyNetwork(): Network {
  return {
    near: block('near'),
    nearBias: block('nearBias'),
    query: block('query'),
    relation: block('relation'),
    none: block('none'),
    own: block('own'),
    other: block('other'),
    relationIn: block('relationIn'),
    product: block('product'),
    noneIn: block('noneIn'),
    compareBias: block('compareBias'),
    last: block('last'),
    featureMean: block('featureMean'),
    featureScale: block('featureScale'),
    wide: block('wide'),
    lastBias: block('lastBias'),
    out: block('out'),
    outBias: block('outBias'),
  }
}

/** Sets every block to zero. */
export function clear(net: Network): void {
  for (const name of BLOCK_NAMES) net[name].fill(0)
}

/** Working space for one side of a pair; `d…` is the slope of the loss in each. */
export type Space = Record<
  'near' | 'query' | 'own' | 'other' | 'dNear' | 'dQuery' | 'dOwn' | 'dOther',
  Float32Array
> & {
  /** Per word: shares of the other side's words, of none, relations seen, what is mixed in, what is compared. */
  share: Float32Array
  none: Float32Array
  seen: Float32Array
  mixed: Float32Array
  compared: Float32Array
  from: Float32Array
  dFrom: Float32Array
  top: Int16Array
}

const perWord = (width: number) => new Float32Array(MAX_WORDS * width)

export function makeSpace(): Space {
  return {
    near: perWord(H),
    query: perWord(D),
    own: perWord(K),
    other: perWord(K),
    dNear: perWord(H),
    dQuery: perWord(D),
    dOwn: perWord(K),
    dOther: perWord(K),
    share: perWord(MAX_WORDS),
    none: perWord(1),
    seen: perWord(R),
    mixed: perWord(D),
    compared: perWord(K),
    from: new Float32Array(2 * K),
    dFrom: new Float32Array(2 * K),
    top: new Int16Array(K),
  }
}

/** Per pair of words: what attention is drawn from, and its slope. */
export const logits = new Float32Array(MAX_WORDS * MAX_WORDS)
export const dLogits = new Float32Array(MAX_WORDS * MAX_WORDS)
