/** `C` a conflict with the disputed words of both, `-` a look-alike that is none. Columns are parted by " | ". */

export const QUANTITY = `
C | Hurricane Maria killed 64 people in Puerto Rico. | Hurricane Maria killed 2,975 people in Puerto Rico. | 64 | 2,975
C | The army has 5,000 troops in the valley. | The army has 750 troops in the valley. | 5,000 troops | 750 troops
C | The dam is 41 metres high. | The dam is 67 metres high. | 41 metres | 67 metres
C | More than 300 homes were destroyed in the fire. | Fewer than 100 homes were destroyed in the fire. | More than 300 | Fewer than 100
C | The fine was $2 million. | The fine was $500,000. | $2 million | $500,000
C | Nurses won a raise of 7 per cent. | Nurses won a raise of 2.5 per cent. | 7 per cent | 2.5 per cent
C | At least 40 passengers were on the bus. | Twelve passengers were on the bus. | At least 40 | Twelve
C | Two-thirds of members voted to strike. | A quarter of members voted to strike. | Two-thirds | quarter
C | The trial lasted three days. | The trial lasted six weeks. | three days | six weeks
C | The lorry weighed 40 tonnes. | The lorry weighed 12 tonnes. | 40 tonnes | 12 tonnes
C | Up to 50 people drowned off the island. | More than 90 people drowned off the island. | Up to 50 | More than 90
C | The new stadium holds 24,000 spectators. | The new stadium holds 16,500 spectators. | 24,000 | 16,500
C | The bomb killed nine soldiers. | The bomb killed one hundred and twenty soldiers. | nine | one hundred and twenty
C | The road is 5 km long. | The road is 12 miles long. | 5 km | 12 miles
C | Between 6 and 18 people died in the storm. | 3,000 people died in the storm. | 6 and 18 | 3,000
C | She finished third in the race. | She finished first in the race. | third | first
- | Around 5,000 US troops are in Iraq. | There are 5,200 US troops in Iraq. | |
- | The dam is 41 metres high. | The dam is more than 40 metres high. | |
- | The new path is 5 km long. | The new path is 3.1 miles long. | |
- | Some 1.2 million people live there. | 1,187,400 people live there. | |
- | The shift lasts 480 minutes. | The shift lasts eight hours. | |
- | At least 20 people died in the crash. | 23 people died in the crash. | |
- | Half of the voters stayed at home. | 50 percent of the voters stayed at home. | |
- | It reached 104 degrees Fahrenheit. | It reached 40 degrees Celsius. | |
- | The council has 30 seats. | The bridge is 120 metres long. | |
- | Nearly 3,000 people died in Puerto Rico. | 2,975 people died in Puerto Rico. | |
- | The bell weighs 3.2 tonnes. | The bell weighs 3,200 kilograms. | |
- | Two dozen sheep were stolen. | 24 sheep were stolen. | |
`

export const DATE = `
C | The museum opened on 3 May. | The museum opened on 17 June. | 3 May | 17 June
C | The treaty was signed in 1999. | The treaty was signed in 2003. | 1999 | 2003
C | The meeting took place on Monday. | The meeting took place on Thursday. | Monday | Thursday
C | The pope visited the island in March 2015. | The pope visited the island in July 2015. | March 2015 | July 2015
C | The bridge collapsed at 6:30 am. | The bridge collapsed at 11:45 am. | 6:30 am | 11:45 am
C | The king was born on 4 April 1940. | The king was born on 9 April 1940. | 4 April 1940 | 9 April 1940
C | The bank was founded in 1821. | The bank was founded in 1871. | 1821 | 1871
C | The letter was sent yesterday. | The letter was sent last year. | yesterday | last year
C | The ship sank in January. | The ship sank in October. | January | October
C | The election was held on January 6, 2020. | The election was held on January 9, 2020. | January 6, 2020 | January 9, 2020
C | The mine closed before 1980. | The mine closed in 1991. | before 1980 | 1991
C | The director retired after 2010. | The director retired in 2006. | after 2010 | 2006
C | The concert begins at noon. | The concert begins at 8 pm. | noon | 8 pm
C | The law took effect on Tuesday. | The law took effect on Saturday. | Tuesday | Saturday
C | The plant was switched off in December 2022. | The plant was switched off in May 2024. | December 2022 | May 2024
C | The ferry resumed service on Tuesday. | The ferry did not resume service until Friday. | Tuesday | until Friday
C | The ban takes effect on 1 March. | The ban will not take effect before September. | 1 March | before September
C | The siren sounded shortly before dawn. | The siren sounded at 2.15 in the afternoon. | before dawn | 2.15 in the afternoon
C | The verdict was read on Friday morning. | The verdict was read on Friday evening. | Friday morning | Friday evening
C | The hearing was moved from Monday to Thursday. | The hearing takes place on Monday. | from Monday | Monday
C | The chapel was built in the 1820s. | The chapel was built in 1851. | 1820s | 1851
C | The harvest began in spring. | The harvest began in October. | spring | October
C | The parade is this Sunday. | The parade is next Sunday. | this Sunday | next Sunday
C | The guards left by Monday. | The guards left on Wednesday. | by Monday | Wednesday
C | The trustee sold the shares before the merger. | The trustee sold the shares a month after the merger. | before the merger | after the merger
C | The alarm was raised on the eve of the eruption. | The alarm was raised only after the eruption. | eve of the eruption | after the eruption
C | The tunnel had already been dug when the mayor died. | The mayor died years before the tunnel was dug. | when the mayor died | before the tunnel
- | The trustee sold the shares before the merger. | The merger came after the trustee sold the shares. | |
- | The chapel was built in the 1820s. | The chapel was built in 1824. | |
- | The harvest began in spring. | The harvest began in April. | |
- | The siren sounded in the morning. | The siren sounded at 9:30 am. | |
- | The parcel came last week. | The parcel came yesterday. | |
- | The ferry did not resume service until Friday. | The ferry resumed service on Friday. | |
- | The museum opened on 3 May. | The museum opened in May. | |
- | The treaty was signed in 1999. | The treaty was signed on 4 March 1999. | |
- | The mine closed before 1980. | The mine closed in 1975. | |
- | The director retired after 2010. | The director retired in 2014. | |
- | The meeting took place on Monday. | On Monday the meeting took place. | |
- | The harbour froze in January 1963. | Wheat prices doubled in March 1988. | |
- | The king was born on 4 April 1940. | The king was born in 1940. | |
- | The concert begins at 8 pm. | The concert begins at 8:00 pm. | |
- | The ship sank on January 6, 2020. | The ship sank on 6 January 2020. | |
- | The bank was founded in the 1820s. | The bank was founded long ago. | |
`

export const PLACE = `
C | The summit will be held in Geneva. | The summit will be held in Vienna. | Geneva | Vienna
C | The plane landed in London. | The plane landed in Paris. | London | Paris
C | The drugs came ashore in Portugal. | The drugs came ashore in Spain. | Portugal | Spain
C | The suspect was arrested in Chicago. | The suspect was arrested in Boston. | Chicago | Boston
C | The company moved its office to Berlin. | The company moved its office to Madrid. | Berlin | Madrid
C | The painting was stolen in Oslo. | The painting was stolen in Stockholm. | Oslo | Stockholm
C | The singer was born in Texas. | The singer was born in Ohio. | Texas | Ohio
C | The outbreak began in France. | The outbreak began in Italy. | France | Italy
C | The team trains in Tokyo. | The team trains in Seoul. | Tokyo | Seoul
C | The gold was found in Kenya. | The gold was found in Egypt. | Kenya | Egypt
C | The earthquake struck near Lima. | The earthquake struck near Quito. | Lima | Quito
C | The weapons were made in Russia. | The weapons were made in China. | Russia | China
C | The refugees crossed into Sweden. | The refugees crossed into Norway. | Sweden | Norway
C | The trial takes place in Rome. | The trial takes place in Milan. | Rome | Milan
C | The pipeline ends in Poland. | The pipeline ends in Hungary. | Poland | Hungary
- | The summit will be held in Geneva. | The summit in Geneva will be held. | |
- | The troops are in Iraq. | Iraqi bases hold the troops. | |
- | The plane landed in London. | In London the plane landed. | |
- | The outbreak began in France. | The French outbreak has begun. | |
C | The storm hit New York State. | The storm hit New Jersey. | New York State | New Jersey
- | The plane landed in London. | The plane landed in England. | |
- | The ferry sank off Marseille. | The ferry sank off France. | |
- | The brewery in Bavaria has closed. | The brewery in Germany has closed. | |
- | The singer was born in Dallas. | The singer was born in Texas. | |
- | Bavarian farmers blocked the motorway. | German farmers blocked the motorway. | |
- | Snow closed the schools in Albany. | Snow closed the schools in New York State. | |
- | The singer was born in Texas. | The bridge in Ohio was repaired. | |
- | The company moved its office to Berlin. | Berlin is where the company moved its office. | |
- | The team trains in Tokyo. | Tokyo is where the team trains. | |
- | The gold was shipped from Turkey. | The gold was shipped from Turkey by rail. | |
- | The trial takes place in Rome. | In Rome, the trial takes place. | |
- | The pipeline ends in Poland. | It is in Poland that the pipeline ends. | |
`

export const ACTOR = `
C | Olenko won the mayoral election. | Brandvold won the mayoral election. | Olenko | Brandvold
C | Nadia Orlov wrote the report. | Peter Lindqvist wrote the report. | Nadia Orlov | Peter Lindqvist
C | Acme sued Veltro over the patent. | Veltro sued Acme over the patent. | Acme sued | sued
C | The prize went to Maria Olenko. | The prize went to Ruth Abara. | Olenko | Abara
C | Sergeant Horak shot the gunman. | Sergeant Weiss shot the gunman. | Horak | Weiss
C | Orford bought Kestrel Airways. | Lumen bought Kestrel Airways. | Orford | Lumen
C | The bridge was designed by Arno Feld. | The bridge was designed by Jonas Reiter. | Arno Feld | Jonas Reiter
C | Russia attacked Georgia. | Georgia attacked Russia. | Russia attacked | attacked
C | Tarquin Ashe resigned as chairman. | Hollis Brook resigned as chairman. | Ashe | Brook
C | Lacaze scored the winning goal. | Moreno scored the winning goal. | Lacaze | Moreno
C | Judge Halvorsen signed the order. | Judge Petrova signed the order. | Halvorsen | Petrova
C | Veltro owns the pipeline. | Skagvind owns the pipeline. | Veltro | Skagvind
C | The virus was discovered by Ilse Ekman. | The virus was discovered by Kofi Mensah. | Ekman | Mensah
C | Oda appointed Tanaka. | Tanaka appointed Oda. | Oda appointed | appointed
C | Dastan ordered the attack. | Karimov ordered the attack. | Dastan | Karimov
- | Keller won the mayoral election. | Anna Keller won the mayoral election. | |
- | Acme sued Veltro over the patent. | Veltro was sued by Acme over the patent. | |
- | The prize went to Maria Olenko. | Maria Olenko was given the prize. | |
- | Orford bought Kestrel Airways. | Kestrel Airways was bought by Orford. | |
- | Nadia Orlov wrote the report. | The report was written by Orlov. | |
- | Lacaze scored the winning goal. | The orchard lost its oldest tree. | |
- | The bridge was designed by Arno Feld. | Feld designed the bridge. | |
- | Judge Halvorsen signed the order. | Halvorsen, the judge, signed the order. | |
- | The United States sent troops. | The US sent troops. | |
- | Downing Street condemned the shelling of the port. | The British government condemned the shelling of the port. | |
- | The Kremlin recalled its envoy. | Russia recalled its envoy. | |
- | London condemned the shelling of the port. | The British government condemned the shelling of the port. | |
- | The Bundestag approved the budget. | The German parliament approved the budget. | |
- | The IMF lowered its forecast. | The International Monetary Fund lowered its forecast. | |
- | Veltro owns the pipeline. | The pipeline is owned by Veltro. | |
`

export const EXCLUSIVITY = `
C | The sole survivor of the crash was a girl. | The crash was survived by a girl, a nurse and a soldier. | sole survivor | nurse
C | Every court in the province was shut. | Some courts in the province were open. | Every court | Some courts
C | All members backed the plan. | Some members opposed the plan. | All members | Some members
C | The victim was a doctor. | The victim was a plumber. | doctor | plumber
C | The thief drove a van. | The thief drove a tractor. | van | tractor
C | Only the founders hold shares in the firm. | The founders and three banks hold shares in the firm. | Only the founders | banks
C | The crew used a hammer to open the safe. | The crew used a drill to open the safe. | hammer | drill
C | All the windows were broken. | Not one of the windows was broken. | All the windows | Not one
C | The mayor always votes with the opposition. | The mayor sometimes votes with the government. | always | sometimes
C | The witness is a nurse. | The witness is a pilot. | nurse | pilot
C | The plane was completely destroyed. | The plane was partly destroyed. | completely | partly
C | Everybody on the board knew of the loan. | Nobody on the board knew of the loan. | Everybody | Nobody
C | The statue is made of bronze. | The statue is made of marble. | bronze | marble
C | The patient was bitten by a dog. | The patient was bitten by a cat. | dog | cat
C | All of the money was returned. | Some of the money was returned. | All of the money | Some of the money
- | The ferry sank off the island. | The vessel sank off the island. | |
- | The striker was sold in January. | The player was sold in January. | |
- | The dockers ended their strike. | The longshoremen ended their strike. | |
- | An elevator at the hotel got stuck. | A lift at the hotel got stuck. | |
- | The victim was a doctor. | The victim was a surgeon. | |
- | All members backed the plan. | Every member backed the plan. | |
- | Only the founders hold shares. | The founders are the only ones who hold shares. | |
- | The witness is a nurse. | The nurse is a witness. | |
- | The thief drove a red van. | The thief's van was red. | |
- | The statue is made of bronze. | The bell is made of iron. | |
- | The patient was bitten by a dog. | A dog bit the patient. | |
- | Everybody knew of the loan. | The loan was known to everybody. | |
- | The whole town was flooded. | The entire town was flooded. | |
- | The crew used a hammer. | The crew used a tool. | |
`
