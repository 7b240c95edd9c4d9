/** `C` what one side only asks or doubts (or measures otherwise) with the words of both, `-` a look-alike that is none. See pairs-facts.ts. */

export const ATTRIBUTION = `
C | The treasurer stole the pension money. | It is unclear whether the treasurer stole the pension money. | stole the pension money | unclear
C | The ship carried weapons to the rebels. | Did the ship carry weapons to the rebels? | carried weapons | ?
C | The factory poisoned the river. | Scientists doubt that the factory poisoned the river. | poisoned the river | doubt
C | The singer will leave the band. | Will the singer leave the band? | leave the band | ?
C | A drone brought down the airliner. | Investigators are asking whether a drone brought down the airliner. | brought down the airliner | whether
C | The vaccine protects children for ten years. | It is doubtful that the vaccine protects children for ten years. | protects children | doubtful
C | The governor took money from the developer. | The report that the governor took money from the developer is unconfirmed. | took money | unconfirmed
C | The painting is by Vermeer. | Experts are sceptical that the painting is by Vermeer. | Vermeer | sceptical
C | The bank knew of the losses. | Prosecutors are examining whether the bank knew of the losses. | knew of the losses | whether
C | Rebels hold the airport. | Claims that rebels hold the airport are unverified. | hold the airport | unverified
C | The brewery will close in May. | Will the brewery close in May? | close in May | ?
C | The dam was badly built. | A court must decide whether the dam was badly built. | badly built | whether
C | The chef invented the dish in 1911. | It is questionable that the chef invented the dish in 1911. | invented the dish | questionable
C | The senator wrote the memo. | That the senator wrote the memo is unverified. | wrote the memo | unverified
C | The goalkeeper failed a drug test. | It is unlikely that the goalkeeper failed a drug test. | failed a drug test | unlikely
- | Police asked the driver for his licence. | Police asked the driver to show his licence. | |
- | There is no doubt that the bridge is safe. | The bridge is safe. | |
- | The committee will question the minister. | The minister will be questioned by the committee. | |
- | According to the ministry, exports rose. | Exports rose. | |
- | The mayor said the pool would open. | The pool would open, the mayor said. | |
- | The police suspect is in custody. | The suspect is in police custody. | |
- | Is the museum open on Sundays? | Is the museum open on Sundays or not? | |
- | It is unclear whether the treaty was signed. | Whether the treaty was signed is unclear. | |
- | Witnesses told the court that the car was red. | The car was red, witnesses told the court. | |
- | The exam had forty questions. | There were forty questions in the exam. | |
`

export const DEFINITION = `
C | Unemployment by U-3 was 3.9 percent in March. | Unemployment by U-6 was 7.3 percent in March. | 3.9 percent | 7.3 percent
C | The hurricane directly caused 64 deaths. | The hurricane led to 2,975 excess deaths. | 64 | 2,975
C | The mountain is 8,848 metres high. | The rock height of the mountain is 8,844 metres. | 8,848 metres | 8,844 metres
C | The company made a gross profit of $40 million. | The company made a net profit of $9 million. | $40 million | $9 million
C | Median income in the county was $48,000. | Mean income in the county was $63,000. | $48,000 | $63,000
C | The tower is 310 metres tall. | Including its antenna, the tower is 342 metres tall. | 310 metres | 342 metres
C | The city has 2.1 million inhabitants. | The metropolitan area of the city has 4.9 million inhabitants. | 2.1 million | 4.9 million
C | Prices rose by 6 percent. | Excluding food and fuel, prices rose by 4 percent. | 6 percent | 4 percent
C | Inflation was 5.1 percent in June. | Core inflation was 3.8 percent in June. | 5.1 percent | 3.8 percent
C | The hospital counted 120 suspected cases of cholera. | The hospital counted 45 registered cases of cholera. | 120 | 45
C | Wages rose by 4 percent. | Adjusted for inflation, wages rose by 1 percent. | 4 percent | 1 percent
C | The army has 52,000 soldiers. | Excluding trainees, the army has 38,000 soldiers. | 52,000 | 38,000
C | The lake covers 500 hectares. | Including its islands, the lake covers 560 hectares. | 500 hectares | 560 hectares
C | Retail sales fell by 2 percent. | Wholesale sales fell by 7 percent. | 2 percent | 7 percent
C | The farm sold 900 tonnes of rice. | The farm sold 600 tonnes of rice, excluding seed. | 900 tonnes | 600 tonnes
- | Unemployment by U-3 was 3.9 percent in March. | In March, U-3 unemployment was 3.9 percent. | |
- | The net profit was $9 million. | The company made $9 million net. | |
- | The tower is 310 metres tall. | The tower stands 310 metres high. | |
- | The storm caused 64 deaths. | 64 people died in the storm. | |
- | The rock height of the mountain is 8,844 metres. | The mountain's rock reaches 8,844 metres. | |
- | The median income was $48,000. | Median income stood at $48,000. | |
- | Excluding fuel, prices rose. | Prices rose when fuel is excluded. | |
- | The lake covers 500 hectares. | The lake covers five square kilometres. | |
- | Core inflation was 3.8 percent. | At 3.8 percent, core inflation held. | |
- | The city has two million inhabitants. | Two million people live in the city. | |
`
