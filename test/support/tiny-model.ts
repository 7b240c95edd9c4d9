import fs from 'node:fs'
import path from 'node:path'
import { writeSummingClassifier } from './onnx.ts'

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'] as const

type Label = 'contradiction' | 'entailment' | 'neutral'

/** What the words say; all others say nothing. */
const SAYS: Record<string, Partial<Record<Label, number>>> = {
  not: { contradiction: 2 },
  never: { contradiction: 2 },
  also: { entailment: 2 },
  perhaps: { neutral: 2 },
}

/** How models name and order their labels; each differs from the others. */
const LABELS: readonly Label[] = ['entailment', 'neutral', 'contradiction']

const WORDS = [...SPECIAL, ...Object.keys(SAYS)]

/** As tokenizers are written by the Hugging Face library of that name: words apart, two texts joined as BERT does. */
const TOKENIZER = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: SPECIAL.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  })),
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [special('[CLS]', 0), sequence('A', 0), special('[SEP]', 0)],
    pair: [special('[CLS]', 0), sequence('A', 0), special('[SEP]', 0), sequence('B', 1), special('[SEP]', 1)],
    special_tokens: Object.fromEntries(
      SPECIAL.map((id, index) => [id, { id, ids: [index], tokens: [id] }] as const),
    ),
  },
  decoder: null,
  model: {
    type: 'WordLevel',
    vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    unk_token: '[UNK]',
  },
}

function special(id: string, type_id: number) {
  return { SpecialToken: { id, type_id } }
}

function sequence(id: string, type_id: number) {
  return { Sequence: { id, type_id } }
}

/** Writes a cross-encoder into a folder, as it would be taken from a hub: a few words tell it what to answer. */
export function writeTinyModel(folder: string, labels: readonly string[] = LABELS): void {
  const weights = WORDS.map(word => LABELS.map(label => SAYS[word]?.[label] ?? 0))
  const files = {
    'config.json': {
      model_type: 'bert',
      architectures: ['BertForSequenceClassification'],
      id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
      label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
    },
    'tokenizer.json': TOKENIZER,
    'tokenizer_config.json': {
      tokenizer_class: 'BertTokenizer',
      model_max_length: 128,
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
    },
  }
  fs.mkdirSync(path.join(folder, 'onnx'), { recursive: true })
  for (const [name, content] of Object.entries(files))
    fs.writeFileSync(path.join(folder, name), JSON.stringify(content))
  fs.writeFileSync(path.join(folder, 'onnx', 'model.onnx'), writeSummingClassifier(weights))
}
