export type QuoteInPage = { exact: string; prefix: string; suffix: string }

export function canonicalUrl(input: string): string | null {
  return URL.canParse(input) ? input : null
}

export function textFragmentUrl(url: string, quote: QuoteInPage): string {
  return `${url}#:~:text=${encodeURIComponent(quote.exact)}`
}
