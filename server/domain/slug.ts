export function slugify(text: string): string {
  return text
}

export function* slugCandidates(text: string): Generator<string, never, void> {
  const slug = slugify(text)
  yield slug
  for (let n = 2; ; n++) yield `${slug}-${n}`
}
