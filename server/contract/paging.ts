import { z } from 'zod'

export const PAGE_LIMIT = 100

/** `cursor` is what the page before gave as `next`; `limit` is 1 to 100. */
export const paging = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(20),
}

/** A page of a list in a fixed order; `next` is null on the last one. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** A query field that may be given once or several times. */
export const several = <Item extends z.ZodType>(item: Item) =>
  z
    .union([z.array(item), item])
    .optional()
    .transform((value): z.output<Item>[] =>
      value === undefined ? [] : Array.isArray(value) ? value : [value],
    )

/** A query field that is `true` or `false`. */
export const flag = z
  .enum(['true', 'false'])
  .optional()
  .transform(value => (value === undefined ? undefined : value === 'true'))
