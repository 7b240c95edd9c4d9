/**
 * Words that turn, weaken or frame what is said. Written by hand for this detector; the signatures of implicative
 * verbs follow Karttunen (1971, 2012): `−` verbs deny their complement when affirmed and affirm it when negated.
 */
const list = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

export const NEGATORS =
  list(`not never no none nobody nothing nowhere neither nor without hardly scarcely nope
cannot no-one nil`)

/** "not only", "no doubt", "no more than": nothing is negated. */
export const AFTER_NOT =
  list(`only just merely simply solely exclusively alone necessarily doubt wonder matter
more less fewer later earlier sooner longer-than surprise secret mention least mean unusual`)

/** Implicatives and other verbs that deny their complement. */
export const NEGATIVE_VERBS =
  list(`fail refuse decline neglect forget avoid escape prevent stop halt block bar ban forbid
prohibit reject dismiss abandon cancel call_off scrap shelve axe withhold lack refrain abstain omit rule_out
stop_short quash scupper thwart foil veto renounce forgo forego drop  discourage dissuade resist spare
rescind revoke repeal overturn annul abolish outlaw skip boycott avert stay_away hold_off back_out  
 suspend give_up turn_down throw_out   miss  deprive strip`)

/** Verbs that say that something is not so. */
export const DENIAL_VERBS =
  list(`deny refute rebut dispute disavow disown debunk disprove discredit contradict retract
repudiate disclaim rebuff deny_out scotch negate quell dispel shoot_down`)

/** Adjectives and nouns that say that something is not so when they are said of it. */
export const DENIAL_WORDS =
  list(`false untrue fake hoax bogus fabricated fabrication fictitious fiction baseless unfounded
groundless myth lie lies hoaxer photoshopped doctored staged satire satirical prank nonsense rubbish falsehood
incorrect inaccurate wrong mistaken mistake misleading made-up spoof phony phoney sham hogwash bunk invention invented
debunked denied denial fabricate stage doctor bs unsubstantiated unproven impostor imposter misinformation disinformation
mischaracterised inexistent nonexistent fishy dupe duped fool trick parody smear slander concoct forged forgery`)

/** Of these, the ones that may only describe the thing after them: "fake passports". */
export const DESCRIBING =
  list(`fake bogus false forged sham phony phoney counterfeit mock doctored fabricated staged spoof
satirical misleading wrong mistaken untrue incorrect fictitious`)
/** Before a noun these say that it is no real one, or is only called so: "a dummy pistol", "a self-styled doctor". */
export const LIKENESSES =
  list(`fake bogus forged sham phony phoney counterfeit mock dummy imitation replica toy pretend pseudo
self-styled self-proclaimed so-called would-be fictional fictitious imaginary make-believe plastic wax inflatable
lookalike look-alike copycat pirated knock-off spurious faux simulated ersatz cardboard plywood`)
/** Of these, the ones that deny only as verbs. */
export const DENYING_AS_VERBS = list(`doctor stage trick fool fabricate lie concoct dupe`)

/** Nouns that stand for the story itself: "a fake report", "the rumours". */
export const STORY_WORDS =
  list(`story report rumor rumour claim news allegation video photo picture image tale account
letter tweet post message quote article clip footage recording tape audio statement suggestion speculation accusation
charge talk theory legend reports rumors rumours claims stories allegations`)

export const DOUBT_WORDS =
  list(`doubt doubtful sceptical skeptical sceptic skeptic question questionable dubious suspicious
cast unclear unverified unconfirmed unlikely improbable implausible disputed too-good-to-check`)

/** Adjectives that deny the infinitive after them: "unable to", "too young to". */
export const NEGATIVE_ADJECTIVES =
  list(`unable unwilling reluctant impossible ineligible unfit loath powerless unqualified
forbidden barred banned afraid absent free-of unlikely`)

export const HEDGES =
  list(`reportedly allegedly apparently rumored rumoured alleged purported purportedly supposedly seemingly
perhaps maybe possibly probably likely believed thought suspected rumor rumour might could may appear seem suggest`)

export const FORECASTS =
  list(`will shall would plan expect intend aim forecast predict project hope promise vow pledge propose
consider threaten seek want set due going poised likely slate schedule prepare mull eye estimate anticipate`)

export const OBLIGATIONS =
  list(`must require obliged oblige mandatory compulsory obligatory need force compel order ordered
obligation mandate shall`)
export const PERMISSIONS =
  list(`allow permit let free entitled entitle legal lawful eligible allowed permitted able can may
welcome optional voluntary possible`)
export const PROHIBITIONS =
  list(`ban bar forbid prohibit outlaw illegal unlawful banned barred forbidden prohibited off-limits
ineligible blocked prevent disqualify disqualified prohibition impossible`)
export const POSSIBILITIES = list(
  `may might could can possible possibly perhaps maybe possibility chance potential`,
)

export const EXCLUSIVES = list(
  `only sole solely alone exclusively exclusive unanimous unanimously single-handedly lone unaided`,
)
export const UNIVERSALS =
  list(`all every each everyone everybody everything always entire whole both completely entirely fully
any anyone anything total unanimously nationwide throughout`)
export const EXISTENTIALS =
  list(`some several few many most somebody someone something sometimes partly partially half certain
various occasional occasionally`)

/** Words that put a statement into another time, measure something otherwise, or speak of a part. */
export const EARLIER =
  list(`previously formerly former earlier once used until ago originally initially predecessor first later since
eventually afterwards subsequently now again longer update yesterday tomorrow currently meanwhile still yet then`)
export const DEFINITIONS =
  list(`including excluding counting excess gross net average median registered adjusted definition basis
count index official direct indirect counted defined estimate measure measured survey household before after tax per rock
snow altogether overall alone exclude include`)
export const PARTS =
  list(`among part half some most those section eastern western northern southern upper lower inner outer
women men male female children adult junior senior primary secondary local foreign domestic first second other another own
platform terminal branch wing line north south east west`)

/** Verbs that report speech or thought; those of the second list only with "that" after them. */
export const REPORTING =
  list(`say tell report claim announce state add note explain argue insist maintain reveal confirm suggest
believe think write warn testify allege declare acknowledge admit concede assert stress tweet reply respond comment
recall remark contend according`)
export const REPORTING_THAT =
  list(`hold find show indicate estimate hear rule learn disclose read describe mention conclude
decide agree`)

/** Phrases that say that a story is not so. */
export const DENIAL_PHRASES: readonly string[][] =
  `made up|make it up|make it all up|made it all up|making it up|put to rest
laid to rest|too good to be true|too good to check|fall for|never happened|never existed|never happen|does n't exist
no truth|no such|not a thing|good one|nothing but|shoots down|shot down|not so fast|not really|n't really|not actually
n't actually|no basis|no foundation|without foundation|out of thin air|not the case|n't the case|nothing to do with
set the record straight|not what it seems|urban legend|fake news|false alarm|calls rubbish|called rubbish|flat denial
greatly exaggerated|likely exaggerated|out of context|not be true|kill rumor|kills rumor|alive and well|safe and well`
    .split(/[|\n]/)
    .map(phrase => phrase.split(' '))

/** Words of no weight of their own. */
export const STOP_WORDS =
  list(`a an the this that these those it its he she they we i you him her them his their our my your
me us who whom whose which what where when why how there here be have do will would shall should can could may might must
to of in on at by for with from as and or but if than then so such very also just too even still yet not no n't 's ' " into
onto upon over under about after before during between among through against within without up down out off again once
because while although though since until unless whether both either neither nor each every any some all own same other
another one only more most less least few much many get go make take come put let say tell mr mrs ms dr said according
now today per via amid despite like 're 've 'll 'd re update breaking video watch photo pic exclusive urgent live`)
