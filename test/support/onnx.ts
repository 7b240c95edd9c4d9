/**
 * Writes ONNX models small enough to be made by a test: protocol buffers with the few messages of onnx.proto3 that a
 * graph of look-ups and sums needs. https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
 */

const VARINT = 0
const BYTES = 2

const FLOAT = 1
const INT64 = 7

/** The versions of the file format and of the operators; both old enough for every runtime. */
const IR_VERSION = 8
const OPSET = 17

type Field = readonly [number: number, value: number | string | Uint8Array]

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...varint(Math.floor(value / 0x80))]
}

function message(...fields: Field[]): Uint8Array {
  const parts = fields.flatMap(([number, value]) => {
    if (typeof value === 'number')
      return [Uint8Array.from([...varint(number * 8 + VARINT), ...varint(value)])]
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
    return [Uint8Array.from([...varint(number * 8 + BYTES), ...varint(bytes.length)]), bytes]
  })
  return Buffer.concat(parts)
}

const dimension = (size: number | string) => message([typeof size === 'number' ? 1 : 2, size])

/** A named input or output; a text as size is a size that is not known before. */
function value(name: string, type: number, sizes: readonly (number | string)[]): Uint8Array {
  const shape = message(...sizes.map((size): Field => [1, dimension(size)]))
  return message([1, name], [2, message([1, message([1, type], [2, shape])])])
}

function tensor(name: string, type: number, sizes: readonly number[], raw: ArrayBufferView): Uint8Array {
  const bytes = new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength)
  return message(...sizes.map((size): Field => [1, size]), [2, type], [8, name], [9, bytes])
}

function node(operator: string, inputs: readonly string[], output: string, ...attributes: Uint8Array[]) {
  return message(
    ...inputs.map((input): Field => [1, input]),
    [2, output],
    [4, operator],
    ...attributes.map((attribute): Field => [5, attribute]),
  )
}

/** An attribute that is a whole number. */
const whole = (name: string, amount: number) => message([1, name], [3, amount], [20, 2])

/**
 * A classifier of texts: each token has a weight for each label, and a text's logits are the sums over its tokens.
 * `weights` has a row per token id. Takes `input_ids` and `attention_mask`, both of batch × length, as BERT does.
 */
export function writeSummingClassifier(weights: readonly (readonly number[])[]): Uint8Array {
  const labels = weights[0]?.length ?? 0
  const graph = message(
    [1, node('Gather', ['weights', 'input_ids'], 'of_token', whole('axis', 0))],
    [1, node('Cast', ['attention_mask'], 'mask', whole('to', FLOAT))],
    [1, node('Unsqueeze', ['mask', 'last'], 'mask_of_token')],
    [1, node('Mul', ['of_token', 'mask_of_token'], 'masked')],
    [1, node('ReduceSum', ['masked', 'length'], 'logits', whole('keepdims', 0))],
    [2, 'summing classifier'],
    [5, tensor('weights', FLOAT, [weights.length, labels], Float32Array.from(weights.flat()))],
    [5, tensor('last', INT64, [1], BigInt64Array.from([2n]))],
    [5, tensor('length', INT64, [1], BigInt64Array.from([1n]))],
    [11, value('input_ids', INT64, ['batch', 'length'])],
    [11, value('attention_mask', INT64, ['batch', 'length'])],
    [12, value('logits', FLOAT, ['batch', labels])],
  )
  return message([1, IR_VERSION], [7, graph], [8, message([2, OPSET])])
}
