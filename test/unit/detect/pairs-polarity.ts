/** `C` a conflict with the disputed words of both, `-` a look-alike that is none. Columns are parted by " | ". */

export const NEGATION = `
C | The minister signed the treaty on Monday. | The minister did not sign the treaty. | signed the treaty | did not sign
C | Nobody was hurt in the fire at the mill. | Three workers were hurt in the fire at the mill. | Nobody was hurt | were hurt
C | The bridge was never repaired. | The bridge was repaired last year. | never repaired | was repaired
C | Talks ended without an agreement. | Talks ended with an agreement. | without an agreement | an agreement
C | The pilot refused to land in fog. | The pilot landed in fog. | refused to land | landed
C | The council failed to publish the accounts. | The council published the accounts. | failed to publish | published the accounts
C | No pesticide was found in the tap water. | Pesticide was found in the tap water. | No pesticide was found | Pesticide was found
C | Iran has enriched uranium at the site. | Iran hasn't enriched uranium at the site. | has enriched uranium | hasn't enriched
C | The witness forgot to lock the door. | The witness locked the door. | forgot to lock | locked the door
C | The factory will close in May. | The factory will not close in May. | will close | will not close
C | The court declined to hear the appeal. | The court heard the appeal. | declined to hear | heard the appeal
C | The president was unable to attend the funeral. | The president attended the funeral. | unable to attend | attended the funeral
C | The guards stopped short of opening fire. | The guards opened fire. | stopped short of opening | opened fire
C | The bank has yet to refund its customers. | The bank has refunded its customers. | yet to refund | has refunded
C | The singer is too young to vote. | The singer is old enough to vote. | too young to vote | to vote
C | There has been no decision to leave Iraq. | A decision to leave Iraq has been taken. | no decision | decision to leave
- | The minister did not sign the treaty. | The treaty was not signed by the minister. | |
- | The council did not fail to publish the accounts. | The council published the accounts. | |
- | Not only the mayor but also the bishop attended. | The mayor and the bishop attended. | |
- | No more than 20 people came. | 20 people came. | |
- | Nobody was hurt in the fire at the mill. | The fire at the mill hurt nobody. | |
- | The park will not lose its plane trees. | The stadium opens on Friday. | |
- | There is no doubt that the bridge is safe. | The bridge is safe. | |
- | The mayor did not attend the dinner. | The bishop opened the new chapel. | |
- | The train never arrived. | The train did not arrive. | |
- | The judge refused to release the men. | The men were not released by the judge. | |
`

export const DENIAL = `
C | The airline plans to seat men and women apart. | The airline denies that it plans to seat men and women apart. | seat men and women apart | denies
C | A shark swam down a flooded street in Texas. | The photo of a shark swimming down a Texas street is fake. | swam down a flooded street | is fake
C | Actor Dale Merriwether has died. | Dale Merriwether death hoax spreads on Facebook | has died | death hoax
C | The company will close its music service. | Reports that the company will close its music service are false. | close its music service | are false
C | A spider burrowed under the tourist's skin. | Experts debunk the claim that a spider burrowed under the tourist's skin. | burrowed | debunk
C | The minister took bribes from the builder. | The minister rejected claims that he took bribes from the builder. | took bribes | rejected claims
C | The teenager made millions on the stock market. | The teenager's stock market millions were made up. | made millions | made up
C | Loggers cut down the oldest tree. | Loggers cut down the oldest tree? Not true | cut down the oldest tree | Not true
C | The letter from the general is genuine. | The letter from the general is a forgery. | The letter | forgery
C | The band ripped up the contract. | The band refuted the story that it ripped up the contract. | ripped up the contract | refuted
C | Robots patrol the campus in Delft. | Rumour debunked: robots do not patrol the campus in Delft | patrol the campus | debunked
C | NASA warns of six days of darkness. | Six days of darkness: NASA says story is nonsense | days of darkness | nonsense
C | The police shot the protester. | The police dispute that they shot the protester. | shot the protester | dispute
C | The school served horse meat. | The report that the school served horse meat is untrue. | served horse meat | untrue
C | The army used gas against the rebels. | The allegation that the army used gas against the rebels is baseless. | used gas | baseless
- | Customs seized 300 fake passports at the port. | Customs seized 300 forged passports at the port. | |
- | The company denied that it dumped waste in the river. | The company denied dumping waste in the river. | |
- | The company did not deny that it dumped waste. | The company dumped waste. | |
- | The death of the singer is a hoax. | Reports of the singer's death are false. | |
- | A fake priest was arrested in Pune. | The bridge in Pune was repaired. | |
- | It is no hoax: the singer has died. | The singer has died. | |
- | The airline denied a plan to seat men and women apart. | The airline said there was no plan to seat men and women apart. | |
- | The bishop denied having met the arms dealer. | The harvest in the valley was good. | |
- | The mayor dismissed the fire chief. | The fire chief was dismissed by the mayor. | |
- | The council turned down a mock castle. | The council turned down a castle. | |
`

export const ANTONYM = `
C | Rovers won the county final. | Rovers lost the county final. | won | lost
C | The court approved the merger. | The court rejected the merger. | approved | rejected
C | Unemployment rose in March. | Unemployment fell in March. | rose | fell
C | The hostage was found alive. | The hostage was found dead. | alive | dead
C | The jury convicted the banker. | The jury acquitted the banker. | convicted | acquitted
C | The appeal court upheld the verdict. | The appeal court overturned the verdict. | upheld | overturned
C | The bank made a profit last year. | The bank made a loss last year. | profit | loss
C | The suspect was arrested on Friday. | The suspect was released on Friday. | arrested | released
C | The vote was unanimous. | The vote was divided. | unanimous | divided
C | The museum is open on Sundays. | The museum is closed on Sundays. | open | closed
C | The judge found the driver guilty. | The judge found the driver innocent. | guilty | innocent
C | Parents support the new school. | Parents oppose the new school. | support | oppose
C | The strike was called off. | The strike went ahead. | called off | went ahead
C | The fire was an accident. | The fire was arson. | accident | arson
C | The statue was damaged in the storm. | The statue was left intact by the storm. | damaged | intact
- | Customs burned 900 counterfeit handbags in Varna. | The handbags in the Varna museum are genuine. | |
- | Thieves left a replica crown in the tower of Lund. | The crown in the treasury of Lund is real. | |
- | Rovers beat Athletic in the final. | Rovers won the final. | |
- | Unemployment did not rise in March. | Unemployment fell in March. | |
- | The museum is open on Sundays. | On Sundays the museum is not closed. | |
- | The court approved the merger. | The court allowed the merger. | |
- | The jury convicted the banker. | The banker was found guilty by the jury. | |
- | The hostage was not found dead. | The hostage was found alive. | |
- | The shop opens at nine. | The shop is opened at nine. | |
- | The first train was late. | The first train was delayed. | |
- | Prices went up. | Prices rose. | |
- | The old bridge was torn down. | The old bridge was demolished. | |
`

export const MODALITY = `
C | Dogs must be kept on a lead. | Dogs need not be kept on a lead. | must | need not
C | The clergy are barred from the school board. | The bishop may keep his seat on the school board. | barred | may
C | Doctors must pass the state exam. | Doctors do not have to pass the state exam. | must | have to
C | The law allows archives to open early. | The law forbids archives to open early. | allows | forbids
C | Visitors are allowed to take photographs in the crypt. | Visitors are prohibited from taking photographs in the crypt. | allowed | prohibited
C | Helmets are mandatory for cyclists. | Helmets are not mandatory for cyclists. | mandatory | not mandatory
C | Fans may bring phones to the concert. | Phones are banned from the concert. | may | banned
C | The players are forced to take the vaccine. | The players need not take the vaccine; they are free to refuse it. | forced | need not
C | Members can vote by post. | Members cannot vote by post. | can | cannot
C | Smoking is legal in the park. | Smoking is illegal in the park. | legal | illegal
C | The candidate is eligible to stand. | The candidate is ineligible to stand. | eligible | ineligible
C | Foreigners are permitted to buy land. | Foreigners are not permitted to buy land. | permitted | not permitted
C | Ferries are obliged to stop at the island. | Ferries are forbidden to stop at the island. | obliged | forbidden
C | Parking in the square is allowed. | Parking in the square is forbidden. | allowed | forbidden
C | Ships must wait for a pilot. | Ships are not required to wait for a pilot. | must | required
- | Dogs must be kept on a lead. | Dogs have to be kept on a lead. | |
- | Smoking is prohibited in the park. | In the park, smoking is prohibited. | |
- | Members may vote by post. | Members are allowed to vote by post. | |
- | Doctors must pass the state exam. | Doctors are required to pass the state exam. | |
- | Parking is not allowed in the square. | Parking is banned in the square. | |
- | The candidate is not ineligible. | The candidate is eligible to stand. | |
- | Ships must wait for a pilot. | Pilots may retire at sixty. | |
- | Visitors can take photographs. | Visitors are able to take photographs. | |
- | Helmets are compulsory. | Helmets are mandatory. | |
- | The law allows archives to open early. | The law permits archives to open early. | |
`
