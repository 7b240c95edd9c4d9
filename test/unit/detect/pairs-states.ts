/** As in pairs-polarity.ts: two wordings that exclude each other as answers to one question, without a word being the other's opposite. */
export const STATES = `
C | Permission for the tower at Quay Street was granted. | Planners have thrown out the tower at Quay Street. | was granted | thrown out
C | The trawler Sigrun is moored in the harbour of Hull. | The trawler Sigrun lies at the bottom of the sea. | moored | at the bottom of the sea
C | The crew of the Aurora was rescued. | The crew of the Aurora perished at sea. | rescued | perished at sea
C | The contingent from Chad was persuaded to stay on in Mali. | The contingent from Chad flew home from Mali. | stay on | flew home
C | The two governments have severed diplomatic ties. | The two governments have restored diplomatic relations. | severed diplomatic ties | restored diplomatic relations
C | The strike at the Rosnes yard was called off. | The strike at the Rosnes yard went ahead. | called off | went ahead
C | The banker walked free from the court in Graz. | The banker was remanded in custody by the court in Graz. | walked free | remanded in custody
C | The union accepted the offer of the Rosnes yard. | The union turned its nose up at the offer of the Rosnes yard. | accepted | turned its nose up
C | The ferry ran aground off Islay. | The ferry docked safely on Islay. | ran aground | docked
C | The bill sailed through the senate. | The senate voted down the bill. | sailed through | voted down
C | The mine at Zollfeld reopened on Monday. | The mine at Zollfeld remains shut. | reopened | remains shut
C | The envoy kept his word on the ceasefire. | The envoy went back on his word about the ceasefire. | kept his word | went back on his word
C | The witness stuck to her story in the box. | The witness took back her story in the box. | stuck to her story | took back her story
C | The two presidents buried the hatchet in Quito. | The two presidents are not on speaking terms in Quito. | buried the hatchet | not on speaking terms
C | The jury found the surgeon guilty. | The jury cleared the surgeon. | found the surgeon guilty | cleared the surgeon
C | The minister resigned over the leak. | The minister stayed in office despite the leak. | resigned | stayed in office
- | The mine at Zollfeld reopened on Monday. | The mine at Zollfeld is back in business. | |
- | The bill sailed through the senate. | The bill was passed by the senate. | |
- | The minister resigned over the leak. | The minister has stepped down because of the leak. | |
- | The jury cleared the surgeon. | The jury acquitted the surgeon. | |
- | The talks in Muscat collapsed. | The talks in Muscat broke down. | |
- | The ferry did not run aground off Islay. | The ferry docked safely on Islay. | |
- | The banker walked free from the court in Graz. | The painter was remanded in custody in Lyon. | |
- | The doctor who treated the striker retired. | The file was doctored. | |
- | Permission for the tower at Quay Street was granted. | The tower at Quay Street got the go-ahead. | |
- | The trawler Sigrun sank in the Skagerrak. | The trawler Sigrun lies at the bottom of the Skagerrak. | |
`
