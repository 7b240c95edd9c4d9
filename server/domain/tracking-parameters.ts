const PREFIXES = ['utm_', 'mtm_', 'piwik_', 'hsa_', 'guce_', 'at_custom']
const NAMES = new Set([
  '__twitter_impression',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  '_openstat',
  'at_campaign',
  'at_format',
  'at_link_id',
  'at_link_origin',
  'at_link_type',
  'at_medium',
  'at_ptr_name',
  'cmpid',
  'dclid',
  'fb_action_ids',
  'fb_action_types',
  'fb_ref',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'guccounter',
  'hsctatracking',
  'igsh',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'oly_anon_id',
  'oly_enc_id',
  'pk_campaign',
  'pk_kwd',
  'pk_medium',
  'pk_source',
  'rb_clickid',
  'ref_src',
  'ref_url',
  'srsltid',
  'ttclid',
  'twclid',
  'vero_id',
  'wbraid',
  'wickedid',
  'wt_mc',
  'xtor',
  'yclid',
])

/**
 * Whether a query parameter of this name says how a reader came to a page and not which page it is. Names that a site
 * may use for its own pages are not among them: two pages taken for one is worse than one page taken for two.
 */
export function isTrackingParameter(name: string): boolean {
  const plain = name.toLowerCase()
  return NAMES.has(plain) || PREFIXES.some(prefix => plain.startsWith(prefix))
}
