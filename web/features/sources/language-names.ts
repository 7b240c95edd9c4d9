const COMMON =
  'en en-GB en-US ar bn cs da de el es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh zh-Hans zh-Hant'

/** The language tags that are offered; any other can be typed. */
export const LANGUAGES = COMMON.split(' ')

const names = new Intl.DisplayNames('en-GB', { type: 'language' })

/** `en-GB` → `British English`; the tag itself when it is none or has no name. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
