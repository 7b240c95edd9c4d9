/** The words of the made-up news, most common first within each list; drawn by Zipf's law. */
const list = (words: string): string[] => words.trim().split(/\s+/)

export const NOUNS = list(`
  year government report people plan council minister decision letter figure week member company service office
  question statement official police meeting project court case change group law policy leader committee worker
  budget resident election number union hospital school market programme evidence record contract water price
  agency region district road vote bill tax fund firm bank farmer teacher nurse driver engineer judge lawyer
  mayor spokesman inquiry review audit hearing protest strike agreement dispute claim rumour denial account version
  document draft memo email transcript photograph recording witness expert scientist researcher survey study poll
  result estimate total average share rate increase cut loss profit debt loan grant fee fine penalty ruling appeal
  charge trial verdict sentence prison guard officer soldier unit base border port harbour vessel ferry cargo crew
  captain passenger train station track bridge tunnel junction motorway lane crossing bus tram depot timetable delay
  airport runway flight pilot airline ticket fare luggage terminal fuel pipeline refinery grid substation turbine
  reactor generator cable meter outage supply reservoir dam river flood storm wind rain drought heat frost snow
  landslide earthquake tremor wildfire smoke shelter evacuation rescue warning forecast siren map zone tenant
  landlord house flat roof wall window cladding inspection permit architect builder contractor site crane scaffold
  subcontractor invoice tender bid auction lease mortgage deposit rent pension wage salary bonus overtime shift
  vacancy redundancy factory plant warehouse machine furnace assembly line product brand recall label ingredient
  bakery brewery dairy orchard harvest crop wheat barley potato cattle sheep poultry flock herd disease vaccine dose
  trial clinic ward surgeon doctor patient ambulance surgery symptom infection outbreak laboratory sample
  test virus fever medicine pharmacy prescription pupil classroom exam grade curriculum university campus lecture
  student degree library museum theatre orchestra festival exhibition painting sculpture statue archive manuscript
  novel film actor director audience stadium club coach player referee match league season tournament medal referendum
  ballot turnout candidate campaign party coalition opposition parliament senate chamber motion amendment speech
  treaty embassy consul visa passport refugee migrant asylum camp convoy ceasefire truce patrol checkpoint
  weapon missile shell drone radar satellite signal network server password breach leak hacker software update
  platform account post message forum newspaper editor reporter column headline correction interview source quote
  forest wetland marsh meadow cliff island beach dune reef species otter heron salmon eel oyster beetle moth
  pollution sewage landfill waste recycling plastic chemical solvent asbestos lead nitrate emission carbon target
  charity donor volunteer trustee shelter kitchen parcel blanket boiler insulation subsidy voucher allowance benefit
  household family child parent carer neighbour village town city county province coast valley hill quarry mine
  shaft ore copper lithium gravel sand cement brick steel timber glass rope anchor winch hull mast lighthouse
  chimney cellar attic staircase balcony courtyard gate fence hedge ditch culvert sluice weir pump valve pipe tank
`)

export const VERBS = list(`
  say ask tell call report show find give take make see hold keep leave begin expect plan agree confirm deny reject
  accept warn promise announce publish release record review examine question challenge defend criticise blame praise
  support oppose approve suspend cancel delay postpone reopen close open build repair replace remove inspect test
  measure count estimate predict calculate compare revise correct withdraw retract repeat admit acknowledge ignore
  overlook dismiss conceal reveal disclose leak share send receive answer explain describe mention discuss debate
  negotiate settle sign renew extend shorten widen narrow raise lower cut double halve reduce increase spend save
  borrow repay invest fund finance sell buy rent lease own manage run operate staff hire dismiss train promote appoint
  elect nominate consult advise instruct order request demand urge persuade convince invite welcome greet visit tour
  cross enter reach approach pass follow lead guide escort transport carry move shift load unload store deliver
  collect gather distribute allocate award grant refuse block obstruct halt stop resume continue finish complete abandon
  protect guard monitor watch observe notice detect trace track search investigate arrest charge convict acquit fine
  release detain question accuse sue appeal overturn uphold enforce breach violate respect honour mark celebrate mourn
  remember forget doubt trust believe suspect fear hope worry surprise anger disappoint relieve reassure comfort
  evacuate rescue shelter feed treat vaccinate diagnose cure infect spread contain isolate flood drain pump burn
  damage destroy demolish restore rebuild paint clean wash seal insulate wire connect disconnect power charge heat cool
  freeze melt plant harvest sow breed fish hunt mine drill dig bury raise lift drop fall rise grow shrink
`)

export const ADJECTIVES = list(`
  new local public early late former senior large small long short high low recent annual regional national official
  independent internal external final first second third initial draft written oral formal informal joint separate
  similar different clear unclear serious minor major likely unlikely possible certain uncertain available missing
  temporary permanent urgent routine annual weekly daily monthly private commercial industrial agricultural rural urban
  coastal northern southern eastern western central outer inner upper lower open closed empty full crowded quiet loud
  strong weak heavy light cheap costly expensive affordable poor wealthy legal illegal lawful disputed contested
  confirmed alleged apparent obvious hidden secret confidential anonymous reliable doubtful false accurate inaccurate
  precise rough partial complete incomplete detailed brief lengthy careful careless hasty slow rapid sudden gradual
  steady sharp steep narrow wide deep shallow broken damaged faulty defective unsafe safe dangerous harmful toxic
  clean dirty polluted wet dry frozen hot cold warm mild severe extreme unusual ordinary typical rare frequent
  repeated single double entire whole average total overall net gross fiscal monetary electoral judicial medical
  clinical surgical electrical mechanical structural technical digital electronic nuclear solar thermal tidal organic
  historic ancient modern medieval wooden stone concrete metal rusty cracked leaking flooded burnt abandoned derelict
  vacant occupied elderly young vulnerable homeless unemployed striking retired angry calm anxious hopeful grateful
  sceptical cautious bold reluctant willing eager proud bitter neutral hostile friendly foreign domestic federal municipal
`)

export const ADVERBS = list(`
  quickly slowly quietly openly publicly privately formally briefly repeatedly recently previously initially finally
  eventually suddenly gradually sharply slightly heavily partly fully largely mostly nearly roughly exactly clearly
  reportedly allegedly apparently probably certainly rarely often usually daily weekly jointly separately directly
  wrongly rightly firmly cautiously reluctantly carefully hastily unexpectedly unanimously narrowly legally
`)
