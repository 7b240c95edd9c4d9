import { readGroups } from './read-groups.ts'

/** Words that cannot both be true of one event in news language; `|` parts the two groups of a line. Written by hand for this detector. */
const OPPOSED = `
die dead death killed perish pass_away | survive alive recover survivor safe unharmed unhurt
win victory triumph prevail | lose defeat loss runner-up concede
increase rise grow climb soar jump surge hike raise gain expand double triple | decrease fall drop decline slump plunge cut tumble sink reduce lower shrink halve
approve pass back endorse greenlight authorise authorize grant accept | reject turn_down throw_out refuse rebuff veto block deny vote_down
arrest detain capture jail imprison custody | release free escape flee acquit
open reopen | close shut shut_down closure closed
begin start launch resume kick_off go_ahead | cancel scrap call_off axe halt suspend abandon postpone
keep retain stay remain | leave withdraw pull_out quit resign step_down depart drop lose
convict guilty conviction | acquit acquittal innocent exonerate
uphold | overturn quash annul strike_down reverse tear_up
buy purchase acquire | sell
allow permit let legalise legalize | ban prohibit bar outlaw forbid block
support back favour favor endorse | oppose against condemn resist
extend renew | end expire terminate
build construct erect restore | demolish destroy raze
hire appoint recruit | fire sack dismiss oust lay_off
present attend turn_up | absent skip boycott miss
guilty | innocent
true genuine authentic real | false fake bogus hoax forge counterfeit untrue
intact undamaged whole unscathed | damage destroy wreck collapse broken ruin
safe | dangerous unsafe missing kidnap hurt injure
succeed success | fail failure
profit surplus | loss deficit shortfall
voluntary | compulsory mandatory forced
free | pay charge paid
public | private secret
unanimous unanimously | split divided divide
sober | drunk intoxicated
empty deserted | full packed crowded
alone sole single solo | group together accomplice
accident accidental | deliberate intentional arson purpose
suicide | murder homicide
early | late
first | last
before | after
inside | outside
north northern | south southern
east eastern | west western
male man boy he | female woman girl she
landed land arrive | crash divert
broke bankrupt insolvent | solvent profitable
confirm admit acknowledge | deny dispute refute rebut
join enter | leave quit exit
remove lift scrap repeal | impose introduce keep reinstate
accept | refuse reject decline spurn
innocent clear | guilty blame
gain | lose
better improve improvement | worse worsen deteriorate
majority most | minority few
permanent | temporary
sunny dry drought | rain flood wet downpour
calm quiet peaceful | violent riot clash
hot heat | cold freeze
on_time punctual | late delayed
healthy well fit | ill sick unwell injured
married marry | single unmarried divorce
lead ahead | trail behind
freeze frozen unchanged steady flat | increase rise raise climb surge soar fall drop cut plunge
thaw warm | freeze chill frosty cool
survive hold stand | collapse fall give_way crumble
upheld confirm | overturn quash reverse annul
relegate relegation | promote promotion stay survive
idle mothball dormant | run operate restart active
dethrone | keep retain
crown champion | dethrone
solvent | bust bankrupt
cheap cheaper | dear expensive costly pricier
short shortage scarce | surplus glut plenty
praise hail welcome applaud | condemn criticise criticize slam denounce blast
friend ally | enemy foe rival
hire recruit | sack axe dismiss
climb climbed swell | dwindle shrink thin
fresh new | old
whole complete | partial
free freed released | jailed held detained captive locked
sober | drunk
silent silence quiet | speak talk sing confess
flood | drought dry
lit light | dark blackout outage
full packed | empty vacant deserted
occupied lived | vacant empty
ashore land | sea afloat
sink sank | afloat float
armed | unarmed
legal lawful | illegal unlawful
fair | unfair unjust
vote_for support yes | vote_against oppose no
elected win | defeated lose concede
conscious awake | unconscious asleep
vaccinated | unvaccinated
tie draw level | win lose beat
underage minor | adult
native domestic | foreign imported
rich wealthy | poor
heavy | light
urban | rural
fixed | variable
sealed whole unopened | opened broken torn
uncontested unopposed | contested
solo unaided alone | helped accompanied assisted
first-time newcomer | veteran
unknown unaware | know aware knew
refuse snub spurn decline | sign accept agree
strip revoke rescind | award grant
lift ease relax | tighten impose
thrive boom flourish | struggle slump bust
peak high | trough low bottom
forbid | permit
abandon give_up | press_on continue persevere
honour honor keep | break breach
vanish disappear missing | found find appear
meet achieve reach hit | miss
welcome embrace | reject spurn condemn
withhold conceal hide | disclose reveal publish hand_over
return give_back hand_back | keep retain withhold
stand_by defend | retract disown withdraw
proceed go_ahead take_place | cancel call_off scrap postpone avert shelve
avert prevent | happen occur go_ahead
untouched unopened sealed | tamper alter opened
lengthen extend prolong | shorten curtail cut
widen | narrow
strengthen | weaken
upgrade | downgrade
include | exclude omit
agree | disagree
comply obey observe | defy flout violate breach
remember | forget
attend catch | miss
manage | fail
pass | fail
growth expansion grow | recession contraction shrink
promote | demote
advance | retreat withdraw
contain extinguish put_out | spread rage
summer | winter
morning | evening afternoon night
day | night
recover revive | die succumb
pay_back repay repaid | owe default
ratify sign | veto reject
unite reunite merge | split separate part
acquit exonerate clear | convict jail sentence condemn
quit resign step_down | stay_on stay remain
rescue save | drown perish kill
available | unavailable sold_out
legitimate valid | invalid void null
natural | artificial
hostile | friendly
peaceful | violent
voluntarily | forcibly
elect elected | defeat oust unseat
trust | distrust
likely | unlikely
increase rise | freeze
heal cure | worsen
obey | disobey
encourage | discourage
reward | punish
inhabited | uninhabited deserted
fund finance | defund
clean | polluted dirty contaminated
drinkable potable | poisoned undrinkable
operational | grounded inoperable
`

/** Pairs of groups whose members cannot both hold of one event. */
export const OPPOSED_GROUPS: string[][][] = readGroups(OPPOSED, ' | ')
