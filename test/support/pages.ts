/** Every page of a list joined, each asked for with the `next` of the one before. */
export async function allPages<Item>(
  ask: (cursor: string | undefined) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await ask(cursor)
    items.push(...page.items)
    if (page.next === null) return items
    cursor = page.next
  }
}
