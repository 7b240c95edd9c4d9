import { readGroups } from './read-groups.ts'

/** Words that mean nearly the same in news language where WordNet lacks it or hides it in rare senses; a line is a group. Written by hand for this detector. */
const SAME = `
die dead death killed deceased perish pass_away succumb fatality lifeless
kill slay shoot_dead murder assassinate
arrest detain custody nab apprehend capture jail imprison
leave withdraw pull_out depart exit quit pullout withdrawal
resign resignation step_down stand_down quit
cancel scrap call_off axe ditch scrub shelve abandon
postpone delay put_off push_back defer
approve pass back endorse greenlight clear authorise authorize
reject turn_down throw_out refuse rebuff dismiss vote_down
announce declare say state confirm reveal disclose report
buy purchase acquire acquisition takeover
sell sale
begin start open launch commence kick_off
end finish conclude close cease
close shut shut_down closure
fire sack dismiss oust
hire appoint recruit name
injure hurt wound injury
increase rise grow climb soar jump surge hike raise
decrease fall drop decline slump plunge cut tumble sink reduce lower
win victory triumph prevail
lose defeat loss
beat defeat
fake hoax false untrue bogus fabricate fabrication phony
meet meeting talks
police officer cop
company firm
strike walkout
storm hurricane
fire blaze
convict guilty conviction
acquit clear innocent acquittal
sign signature
agree agreement accord deal pact
pay payment
flee escape
build construct erect
destroy demolish raze
ban prohibit bar outlaw forbid
allow permit let
extend prolong renew
keep retain hold
recover recovery
arrive reach come
steal theft rob robbery stolen
attend present turn_up show_up
back support favour favor
oppose against
kid child
doctor physician
teacher instructor
car vehicle
pact treaty
percent percentage
film movie
steal pinch swipe nick loot
scrap bin junk drop
clear exonerate absolve vindicate
sue lawsuit litigation
crash collision collide smash
blast explosion explode detonate bomb
vote ballot poll election
salary wage pay earnings
flat apartment
lorry truck
firm employer business
hospital clinic infirmary
pupil student schoolchild
resident inhabitant local
worker employee staff workforce
border frontier
prison jail prisoner inmate
evacuate evacuation
strike stoppage industrial_action
cut reduction reduce slash trim pare
hike increase rise raise
fine penalty
verdict ruling judgment judgement decision
probe inquiry investigation investigate
suspect accused defendant
blaze fire inferno
leak spill
deny denial
warn warning caution
resume restart reopen
halt stop suspend
bankrupt insolvent bust bankruptcy insolvency
wed marry marriage wedding
split divorce separate
unharmed unhurt unscathed uninjured safe
ill sick unwell
funeral burial
rain downpour
quake earthquake tremor
hostage captive
rebel insurgent guerrilla militant
soldier troop trooper serviceman
ship vessel boat
plane aircraft jet airliner
crew team
storm hurricane typhoon cyclone
village hamlet
mayor mayoralty
minister ministry
pm premier prime
redeploy reposition relocate move movement move_out leave withdraw withdrawal pull_out pullout
force troop soldier army military personnel
letter memo note memorandum
mistake error blunder
ceasefire truce armistice
lawmaker legislator parliamentarian
spokesman spokeswoman spokesperson
chairman chair chairwoman chairperson
envoy ambassador emissary
protester demonstrator marcher
seize confiscate impound seizure
licence license permit
vaccine jab vaccination
cup trophy title
champion winner victor
court bench tribunal
layoff redundancy
jobless unemployed
bike bicycle cycle
wildfire bushfire
flood flooding inundation
compulsory mandatory obligatory
optional voluntary
raze flatten demolish
probe inquest
toll death fatality kill die dead
bankruptcy insolvency
blackout outage
cheat fraud
bribe kickback
pupil schoolboy schoolgirl
petrol gasoline fuel
shop store
flat level
rubbish waste garbage trash
boss chief head manager
footage video clip
picture photo photograph image
`

/** Groups of words that mean nearly the same. */
export const SAME_GROUPS: string[][] = readGroups(SAME, '|').map(line => line[0] ?? [])
